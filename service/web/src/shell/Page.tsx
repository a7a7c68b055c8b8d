import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** A page with its title, which takes the focus so that it is read when it opens. */
export function Page(props: { title: string; lead?: ComponentChildren; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} – Facet`;
  }, [props.title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <main id="main">
      <header class="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {props.title}
        </h1>
        {props.lead && <p class="lead">{props.lead}</p>}
      </header>
      {props.children}
    </main>
  );
}
