import type { ComponentChildren } from "preact";
import type { Failure } from "../api";

/** Something that people should know, said aloud by screen readers. */
export function Notice(props: { kind?: "info" | "warning" | "problem"; children: ComponentChildren }) {
  const kind = props.kind ?? "info";
  return (
    <div class={`notice ${kind}`} role={kind === "problem" ? "alert" : "status"}>
      {props.children}
    </div>
  );
}

/** What went wrong, what to do, and the id to name when asking for help. */
export function FailureNotice(props: { failure: Failure }) {
  const { title, detail, request_id } = props.failure.problem;
  return (
    <Notice kind="problem">
      <strong>{title}.</strong> {detail} {request_id && <small>Request {request_id}</small>}
    </Notice>
  );
}
