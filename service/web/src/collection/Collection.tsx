import { useLocation } from "preact-iso/router";
import { answered, api } from "../api";
import { count } from "../format";
import { useAsked } from "../kit/asked";
import { FailureNotice } from "../kit/Notice";
import { Page } from "../shell/Page";
import { Filters } from "./Filters";
import { filters, fromQuery, PAGE, toQuery, type Sought } from "./sought";
import { Stones } from "./Stones";
import { Summary } from "./Summary";

/** The house's stones: the expert's price against ours. */
export default function Collection() {
  const location = useLocation();
  const sought = fromQuery(location.query);
  const query = { ...filters(sought), sort: sought.sort, offset: sought.offset, limit: PAGE };
  const asked = useAsked(JSON.stringify(query), (signal) => answered(api.GET("/v1/collection", { params: { query }, signal })), { rest: 150 });
  const seek = (next: Partial<Sought>) => {
    const now = { ...sought, offset: 0, ...next };
    location.route(`/app/collection?${toQuery(now)}`, true);
  };
  const page = asked.answer;
  return (
    <Page title="Collection" lead="What the expert says each stone is worth, and what the model says.">
      <Filters sought={sought} onSeek={seek} />
      <Summary filters={filters(sought)} />
      <section class="card" aria-busy={asked.pending}>
        {asked.failure && <FailureNotice failure={asked.failure} />}
        {page && (
          <div class={asked.failure ? "stale" : ""} inert={asked.failure !== undefined}>
            <p class="hint" role="status">
              {count(page.total)} {page.total === 1 ? "stone" : "stones"}
              {page.total > 0 && `, ${count(page.offset + 1)} to ${count(page.offset + page.data.length)} shown`}
            </p>
            <Stones stones={page.data} sort={sought.sort} onSort={(sort) => seek({ sort: sort as Sought["sort"] })} />
            <div class="pager">
              <button type="button" disabled={page.offset === 0} onClick={() => seek({ offset: Math.max(0, page.offset - PAGE) })}>
                Previous
              </button>
              <button type="button" disabled={page.offset + page.data.length >= page.total} onClick={() => seek({ offset: page.offset + PAGE })}>
                Next
              </button>
            </div>
          </div>
        )}
      </section>
    </Page>
  );
}
