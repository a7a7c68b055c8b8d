import { Page } from "./Page";

export function NotFound() {
  return (
    <Page title="There is no such page">
      <p>
        <a href="/app/">Value a stone</a>
      </p>
    </Page>
  );
}
