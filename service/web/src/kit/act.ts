import { useRef, useState } from "preact/hooks";
import { Failure } from "../api";

/** Doing something that may fail: whether it is under way, and what went wrong the last time. */
export function useAct() {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const busy = useRef(false);
  const act = async (what: () => Promise<void>) => {
    // A second click may come before the button is seen to be disabled.
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    setFailure(undefined);
    try {
      await what();
    } catch (caught) {
      if (!(caught instanceof Failure)) throw caught;
      setFailure(caught);
    } finally {
      busy.current = false;
      setPending(false);
    }
  };
  return { pending, failure, act };
}
