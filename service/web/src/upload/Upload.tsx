import { useEffect, useRef, useState } from "preact/hooks";
import { Failure } from "../api";
import { count, percent, usd } from "../format";
import { Figure } from "../kit/Figure";
import { FailureNotice, Notice } from "../kit/Notice";
import { Scroll } from "../kit/Scroll";
import { Page } from "../shell/Page";
import { valueFile, type Progress } from "./valuing";

type State = { kind: "waiting" } | { kind: "valuing" | "stopped"; name: string; progress: Progress } | { kind: "done"; name: string; progress: Progress; address: string } | { kind: "failed"; name: string; failure: Failure };

const nothing: Progress = { share: 0, valued: 0, refused: 0, total: 0, problems: [] };

/** Value a whole file: checked row by row, with what it came to. */
export default function Upload() {
  const [state, setState] = useState<State>({ kind: "waiting" });
  const [over, setOver] = useState(false);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const start = async (file: File | undefined) => {
    if (!file) return;
    stop.current?.abort();
    const aborted = new AbortController();
    stop.current = aborted;
    let latest = nothing;
    setState({ kind: "valuing", name: file.name, progress: nothing });
    try {
      const result = await valueFile(file, aborted.signal, (progress) => {
        latest = progress;
        setState({ kind: "valuing", name: file.name, progress });
      });
      setState({ kind: "done", name: file.name, progress: { ...latest, share: 1 }, address: URL.createObjectURL(result) });
    } catch (caught) {
      if (aborted.signal.aborted) setState({ kind: "stopped", name: file.name, progress: latest });
      else if (caught instanceof Failure) setState({ kind: "failed", name: file.name, failure: caught });
      else throw caught;
    }
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void start(event.dataTransfer?.files[0]);
  };

  return (
    <Page title="Upload" lead="A CSV with the columns carat, cut, color, clarity, depth, table, x, y, z in any order; others come back unchanged.">
      <label
        class={`card drop ${over ? "over" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span>Drop a file here, or choose one</span>
        <input type="file" accept=".csv,text/csv" onChange={(event) => start(event.currentTarget.files?.[0])} />
      </label>
      {state.kind === "failed" && <FailureNotice failure={state.failure} />}
      {"progress" in state && (
        <section class="card">
          <h2 class="first">{state.name}</h2>
          <progress max={1} value={state.progress.share} aria-label="How much of the file has been valued">
            {percent(state.progress.share)}
          </progress>
          <dl class="figures" aria-live="polite">
            <Figure label="Valued" value={count(state.progress.valued)} />
            <Figure label="Without a price" value={count(state.progress.refused)} />
            <Figure label="Worth together" value={usd(state.progress.total)} />
          </dl>
          {state.kind === "valuing" && (
            <button type="button" onClick={() => stop.current?.abort()}>
              Stop
            </button>
          )}
          {state.kind === "stopped" && <Notice kind="warning">Stopped after {count(state.progress.valued + state.progress.refused)} rows. Nothing was stored.</Notice>}
          {state.kind === "done" && (
            <a class="button primary" href={state.address} download={state.name.replace(/(\.csv)?$/i, "-valued.csv")}>
              Download the result
            </a>
          )}
          {state.progress.problems.length > 0 && <Problems progress={state.progress} />}
        </section>
      )}
    </Page>
  );
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
