import { useEffect, useRef, useState } from "preact/hooks";
import type { Schemas } from "../api";

/** A key, told this once. */
export function Shown({ made, onClose }: { made: Schemas["Key"]; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const copy = async () => {
    if (!navigator.clipboard) return void prompt("The key:", made.key);
    await navigator.clipboard.writeText(made.key ?? "");
    setCopied(true);
  };
  return (
    <dialog ref={dialog} class="card" aria-labelledby="shown-title" onClose={onClose}>
      <h2 id="shown-title" class="first">
        The key “{made.name}” of {made.business}
      </h2>
      <p>It is shown now and never again. Whoever has it can ask in their name.</p>
      <p>
        <code class="secret">{made.key}</code>
      </p>
      <div class="buttons">
        <button type="button" class="primary" onClick={copy}>
          {copied ? "Copied" : "Copy"}
        </button>
        <button type="button" onClick={() => dialog.current?.close()}>
          I have kept it
        </button>
      </div>
    </dialog>
  );
}
