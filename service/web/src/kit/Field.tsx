import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface FieldProps {
  label: string;
  value: string;
  unit?: string;
  hint?: ComponentChildren;
  problem?: string | undefined;
  /** The keyboard that a phone brings up. */
  inputMode?: "decimal" | "text";
  maxLength?: number;
  onInput: (value: string) => void;
}

/** A labelled input; what is wrong with it stands beneath it. */
export function Field(props: FieldProps) {
  const id = useId();
  const note = props.problem ?? props.hint;
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <span class="field-box">
        <input
          id={id}
          type="text"
          inputMode={props.inputMode ?? "decimal"}
          autocomplete="off"
          maxLength={props.maxLength}
          value={props.value}
          aria-invalid={props.problem ? "true" : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        {props.unit && <span class="unit">{props.unit}</span>}
      </span>
      {note && (
        <p id={`${id}-note`} class={props.problem ? "problem" : "hint"}>
          {note}
        </p>
      )}
    </div>
  );
}
