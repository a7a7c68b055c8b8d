import { useEffect, useState } from "preact/hooks";
import { Failure } from "../api";
import { nothing, valueFile, type Progress } from "./valuing";

/** The file that is being valued or was valued last. It goes on while other pages are looked at. */
export interface Upload {
  kind: "valuing" | "done" | "stopped" | "failed";
  name: string;
  progress: Progress;
  /** Where the rows valued so far can be downloaded; once nothing more comes. */
  result?: string;
  failure?: Failure;
}

let latest: Upload | undefined;
let running: AbortController | undefined;
const changes = new EventTarget();

function tell(upload: Upload): void {
  latest = upload;
  changes.dispatchEvent(new Event("change"));
}

/** Values `file` instead of what came before it. */
export async function start(file: File): Promise<void> {
  running?.abort();
  if (latest?.result) URL.revokeObjectURL(latest.result);
  const stop = new AbortController();
  running = stop;
  const { name } = file;
  let progress = nothing;
  const end = (kind: Upload["kind"], failure?: Failure) => {
    // Another file may have come meanwhile.
    if (running !== stop) return;
    running = undefined;
    const result = progress.rows.length > 0 ? { result: URL.createObjectURL(new Blob(progress.rows, { type: "text/csv" })) } : {};
    tell({ kind, name, progress, ...result, ...(failure && { failure }) });
  };
  tell({ kind: "valuing", name, progress });
  try {
    await valueFile(file, stop.signal, (now) => {
      progress = now;
      if (running === stop) tell({ kind: "valuing", name, progress });
    });
    progress = { ...progress, share: 1 };
    end("done");
  } catch (caught) {
    if (stop.signal.aborted) end("stopped");
    else if (caught instanceof Failure) end("failed", caught);
    else throw caught;
  }
}

export function stop(): void {
  running?.abort();
}

// What is valued lives in this window only.
addEventListener("beforeunload", (event) => {
  if (running) event.preventDefault();
});

export function useUpload(): Upload | undefined {
  const [upload, setUpload] = useState(latest);
  useEffect(() => {
    const told = () => setUpload(latest);
    told();
    changes.addEventListener("change", told);
    return () => changes.removeEventListener("change", told);
  }, []);
  return upload;
}
