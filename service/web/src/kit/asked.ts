import { useEffect, useState } from "preact/hooks";
import { Failure } from "../api";

/** What was asked of the service, as far as it is known. */
export interface Asked<T> {
  /** The last answer; the one before stays until the next has come. */
  answer: T | undefined;
  failure: Failure | undefined;
  pending: boolean;
}

/**
 * Asks whenever `key` changes, after `pause` milliseconds without another change. What is overtaken is
 * aborted. Without a key nothing is asked.
 */
export function useAsked<T>(key: string | undefined, ask: (signal: AbortSignal) => Promise<T>, pause = 0): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ answer: undefined, failure: undefined, pending: key !== undefined });
  useEffect(() => {
    if (key === undefined) {
      setAsked((before) => ({ ...before, pending: false }));
      return undefined;
    }
    const overtaken = new AbortController();
    setAsked((before) => ({ ...before, pending: true }));
    const timer = setTimeout(async () => {
      try {
        const answer = await ask(overtaken.signal);
        if (!overtaken.signal.aborted) setAsked({ answer, failure: undefined, pending: false });
      } catch (failure) {
        if (overtaken.signal.aborted) return;
        if (!(failure instanceof Failure)) throw failure;
        setAsked((before) => ({ answer: before.answer, failure, pending: false }));
      }
    }, pause);
    return () => {
      clearTimeout(timer);
      overtaken.abort();
    };
  }, [key]);
  return asked;
}
