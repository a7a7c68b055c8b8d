import { Notice } from "../kit/Notice";
import { Page } from "./Page";

/** What stands where a page couldn't be fetched, or broke. */
export function Lost() {
  return (
    <Page title="This page didn't come">
      <Notice kind="problem">Facet didn't send it, or something in it broke. Check your connection and try again.</Notice>
      <button type="button" onClick={() => location.reload()}>
        Try again
      </button>
    </Page>
  );
}
