import { useEffect, useRef, useState } from "preact/hooks";
import { Failure } from "../api";

/** What was asked of the service, as far as it is known. */
export interface Asked<T> {
  /** The last answer; the one before stays until the next has come. */
  answer: T | undefined;
  failure: Failure | undefined;
  pending: boolean;
}

/** How soon a change is asked about. */
export interface Pace {
  /** After so many milliseconds without another change; what is overtaken is aborted. */
  rest?: number;
  /** Every so many milliseconds while changes go on; older answers are shown until newer ones come. */
  every?: number;
}

/** After how many milliseconds it is asked again of a service that is away. */
const AGAIN = 3000;

/**
 * Asks whenever `key` changes, and again for as long as the service is away. Without a key nothing is asked.
 */
export function useAsked<T>(key: string | undefined, ask: (signal: AbortSignal) => Promise<T>, { rest = 0, every }: Pace = {}): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ answer: undefined, failure: undefined, pending: key !== undefined });
  const flow = useRef({ asked: 0, answered: 0, last: 0 }).current;
  useEffect(() => {
    if (key === undefined) {
      setAsked((before) => ({ ...before, pending: false }));
      return undefined;
    }
    const overtaken = new AbortController();
    setAsked((before) => ({ ...before, pending: true }));
    const wait = every === undefined ? rest : Math.max(0, flow.last + every - Date.now());
    const attempt = async () => {
      flow.last = Date.now();
      const turn = ++flow.asked;
      const late = () => overtaken.signal.aborted || turn < flow.answered;
      try {
        const answer = await ask(overtaken.signal);
        if (late()) return;
        flow.answered = turn;
        setAsked({ answer, failure: undefined, pending: turn < flow.asked });
      } catch (failure) {
        if (late()) return;
        if (!(failure instanceof Failure)) throw failure;
        setAsked((before) => ({ answer: before.answer, failure, pending: false }));
        if (failure.isAway) timer = setTimeout(attempt, AGAIN);
      }
    };
    let timer = setTimeout(attempt, wait);
    return () => {
      clearTimeout(timer);
      if (every === undefined) overtaken.abort();
    };
  }, [key]);
  return asked;
}
