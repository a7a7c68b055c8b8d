import type { ComponentChildren } from "preact";

/** What may be wider than the screen, a table above all, within reach of the keyboard. */
export function Scroll(props: { label: string; children: ComponentChildren }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={props.label}>
      {props.children}
    </div>
  );
}
