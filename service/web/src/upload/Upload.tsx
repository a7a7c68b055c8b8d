import { useEffect, useState } from "preact/hooks";
import { count, percent, usd } from "../format";
import { Figure } from "../kit/Figure";
import { FailureNotice, Notice } from "../kit/Notice";
import { Scroll } from "../kit/Scroll";
import { Page } from "../shell/Page";
import { start, stop, useUpload } from "./work";
import type { Progress } from "./valuing";

/** Value a whole file: checked row by row, with what it came to. */
export default function Upload() {
  const upload = useUpload();
  const over = useDrop((file) => void start(file));
  return (
    <Page title="Upload" lead="A CSV with the columns carat, cut, color, clarity, depth, table, x, y, z in any order; others come back unchanged.">
      <label class={`card drop ${over ? "over" : ""}`}>
        <span>Drop a file anywhere on this page, or choose one</span>
        <input
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) void start(file);
          }}
        />
      </label>
      {upload?.failure && <FailureNotice failure={upload.failure} />}
      {upload && (upload.kind !== "failed" || upload.result) && (
        <section class="card">
          <h2 class="first">{upload.name}</h2>
          <progress max={1} value={upload.progress.share} aria-label="How much of the file has been valued">
            {percent(upload.progress.share)}
          </progress>
          <dl class="figures" aria-live="polite">
            <Figure label="Valued" value={count(upload.progress.valued)} />
            <Figure label="Without a price" value={count(upload.progress.refused)} />
            <Figure label="Worth together" value={usd(upload.progress.total)} />
          </dl>
          {upload.kind === "valuing" && (
            <>
              <p class="hint">You may look at other pages meanwhile; keep this window open.</p>
              <button type="button" onClick={stop}>
                Stop
              </button>
            </>
          )}
          {upload.kind === "stopped" && <Notice kind="warning">Stopped after {count(upload.progress.valued + upload.progress.refused)} rows. Nothing was stored.</Notice>}
          {upload.result && (
            <a class="button primary" href={upload.result} download={upload.name.replace(/(\.csv)?$/i, "-valued.csv")}>
              {upload.kind === "done" ? "Download the result" : "Download what was valued so far"}
            </a>
          )}
          {upload.progress.problems.length > 0 && <Problems progress={upload.progress} />}
        </section>
      )}
    </Page>
  );
}

/** Takes files dropped anywhere in the window, which would else be opened instead of the page; whether one hovers over it. */
function useDrop(take: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hover = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!event.relatedTarget) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) take(file);
    };
    addEventListener("dragover", hover);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", hover);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, []);
  return over;
}

function Problems({ progress }: { progress: Progress }) {
  return (
    <>
      <h2>Rows without a price</h2>
      <Scroll label="Rows without a price">
        <table>
          <thead>
            <tr>
              <th scope="col" class="figure">
                Row
              </th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {progress.problems.map(({ row, problem }) => (
              <tr key={row}>
                <td class="figure">{count(row)}</td>
                <td>{problem}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {progress.refused > progress.problems.length && <p class="hint">The first {count(progress.problems.length)}; the result names all.</p>}
    </>
  );
}
