import Papa from "papaparse";
import { call, Failure, failureOf } from "../api";

/** How far the valuing of a file has come. */
export interface Progress {
  /** Share of the file that has been read, 0 to 1. */
  share: number;
  valued: number;
  refused: number;
  /** The prices together, in USD. */
  total: number;
  /** The first rows without a price, and why. */
  problems: { row: number; problem: string }[];
  /** The result so far, as parts of a CSV. */
  rows: Blob[];
}

export const nothing: Progress = { share: 0, valued: 0, refused: 0, total: 0, problems: [], rows: [] };

const PROBLEMS_SHOWN = 200;
const CHUNK_BYTES = 256 * 1024;
const TRIES = 6;

/**
 * Values a CSV of stones, a piece of it at a time, so that a million rows need no more memory in this page
 * than a thousand. The same rows come back in the same order, with `estimate`, `low`, `high`, `problem`.
 */
export function valueFile(file: File, signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<void> {
  let header: string[] | undefined;
  let row = 1;
  let progress = nothing;

  const take = async (rows: string[][], cursor: number) => {
    header ??= rows.shift();
    if (!header) return;
    if (rows.length > 0) {
      const answer = await valued(Papa.unparse({ fields: header, data: rows }), signal);
      const part = new Blob([progress.rows.length === 0 ? answer : withoutHeader(answer)]);
      progress = { ...counted(progress, answer, row), rows: [...progress.rows, part] };
      row += rows.length;
    }
    progress = { ...progress, share: Math.min(1, cursor / file.size) };
    onProgress(progress);
  };

  if (/\.(xlsx?|ods|numbers)$/i.test(file.name)) return Promise.reject(noList("This is a workbook, not a CSV file", "Save it as CSV in the program that made it, and drop that here."));
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(file, {
      chunkSize: CHUNK_BYTES,
      skipEmptyLines: "greedy",
      chunk: (results, parser) => {
        parser.pause();
        const rows = results.meta.delimiter === ";" ? results.data.map((cells) => cells.map(withPoint)) : results.data;
        take(rows, results.meta.cursor).then(
          () => parser.resume(),
          (failure: unknown) => {
            parser.abort();
            reject(failure);
          },
        );
      },
      complete: (results) => {
        if (results?.meta.aborted) return;
        if (progress.rows.length === 0) reject(noList("There are no stones in this file", "It needs a first line with the names of the columns, and a line for each stone."));
        else resolve();
      },
      error: reject,
    });
  });
}

/** Why a file can't be valued at all. */
const noList = (title: string, detail: string): Failure => new Failure({ type: "about:blank", title, status: 400, detail, instance: "", request_id: "" });

/** Where semicolons part the cells, commas are decimal. */
const withPoint = (cell: string): string => (/^-?\d+,\d+$/.test(cell) ? cell.replace(",", ".") : cell);

/** Asks again a few times: after the pause that the service asks for, or longer and longer ones. */
async function valued(csv: string, signal: AbortSignal): Promise<string> {
  for (let tries = 1; ; tries++) {
    let seconds = 2 ** tries;
    try {
      const answer = await call("/v1/valuations/batch?detail=price", { method: "POST", headers: { "Content-Type": "text/csv", Accept: "text/csv" }, body: csv, signal });
      if (answer.ok) return await answer.text();
      seconds = Number(answer.headers.get("Retry-After") ?? seconds);
      throw await failureOf(answer);
    } catch (caught) {
      if (!(caught instanceof Failure)) throw caught;
      if (caught.problem.type.endsWith("/invalid-body")) throw noList("This isn't a list of stones", caught.message);
      if ((!caught.isAway && caught.status !== 429) || tries === TRIES) throw caught;
    }
    await pause(seconds, signal);
  }
}

function counted(before: Progress, answer: string, firstRow: number): Progress {
  const { data } = Papa.parse<Record<string, string>>(answer, { header: true, skipEmptyLines: "greedy" });
  const after = { ...before, problems: [...before.problems] };
  data.forEach((result, i) => {
    if (result["problem"]) {
      after.refused++;
      if (after.problems.length < PROBLEMS_SHOWN) after.problems.push({ row: firstRow + i, problem: result["problem"] });
    } else {
      after.valued++;
      after.total += Number(result["estimate"]);
    }
  });
  return after;
}

const withoutHeader = (csv: string): string => csv.slice(csv.indexOf("\n") + 1);

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new DOMException("stopped", "AbortError"));
    });
  });
}

