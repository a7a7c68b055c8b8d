import { useEffect } from "preact/hooks";
import { Notice } from "../kit/Notice";
import { Page } from "./Page";

const again = () => location.reload();

/** What stands where a page couldn't be fetched, or broke. It is fetched again once there is a connection. */
export function Lost() {
  useEffect(() => {
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, []);
  return (
    <Page title="This page didn't come">
      <Notice kind="problem">Facet didn't send it, or something in it broke. Check your connection and try again.</Notice>
      <button type="button" onClick={again}>
        Try again
      </button>
    </Page>
  );
}
