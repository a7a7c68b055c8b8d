import { answered, api, type Schemas } from "../api";
import { carats, count, percentChange, usd, usdChange } from "../format";
import { useAsked } from "../kit/asked";
import { Figure } from "../kit/Figure";
import { FailureNotice } from "../kit/Notice";
import { Scroll } from "../kit/Scroll";
import { Distribution } from "./Distribution";
import type { filters } from "./sought";

/** The stones that are looked for, in figures. */
export function Summary({ filters: query }: { filters: ReturnType<typeof filters> }) {
  const asked = useAsked(JSON.stringify(query), (signal) => answered(api.GET("/v1/collection/summary", { params: { query }, signal })), { rest: 150 });
  // That the service is away is said beside the list.
  if (asked.failure && !asked.failure.isAway) return <FailureNotice failure={asked.failure} />;
  const summary = asked.answer;
  if (!summary) return <div class="card waiting-summary" aria-busy="true" />;
  const { appraised, unappraised } = summary;
  return (
    <section class={`card ${asked.failure ? "stale" : ""}`} aria-busy={asked.pending}>
      <dl class="figures">
        <Figure label="Stones" value={count(summary.stones)} note={carats(summary.carats)} />
        <Figure label="Worth by the model" value={usd(summary.price)} />
        <Figure label="Priced by the expert" value={usd(appraised.appraised)} note={`${count(appraised.stones)} stones; the model says ${usd(appraised.price)}`} />
        <Figure label="Not priced yet" value={count(unappraised.stones)} note={`worth ${usd(unappraised.price)} by the model`} />
        <Figure label="Outside the range" value={count(appraised.above + appraised.below)} note={`${count(appraised.above)} above, ${count(appraised.below)} below`} />
      </dl>
      <details open={matchMedia("(min-width: 64rem)").matches}>
        <summary>Where they lie, and which are priced farthest from the model</summary>
        <Distribution filters={query} />
        <div class="pair">
          <Extremes title="Most over-priced" stones={summary.most_overpriced} />
          <Extremes title="Most under-priced" stones={summary.most_underpriced} />
        </div>
        {summary.unreadable.length > 0 && (
          <p class="hint">
            {count(summary.unreadable.length)} {summary.unreadable.length === 1 ? "row" : "rows"} of the books can't be a diamond: {summary.unreadable.map((fault) => `${fault.number} (${fault.errors.map((error) => `${error.pointer.slice(1)} ${error.detail}`).join(", ")})`).join("; ")}.
          </p>
        )}
      </details>
    </section>
  );
}

function Extremes({ title, stones }: { title: string; stones: Schemas["CollectionStone"][] }) {
  return (
    <section>
      <h2>{title}</h2>
      <Scroll label={title}>
        <table>
          <tbody>
            {stones.map(({ number, stone, appraised, price, difference }) => (
              <tr key={number}>
                <th scope="row">
                  <a href={`/app/collection/${number}`}>
                    {number}: {carats(stone.carat)} {stone.color} {stone.clarity}
                  </a>
                </th>
                <td class="figure">
                  {usd(appraised ?? 0)} <small>model {usd(price)}</small>
                </td>
                <td class="figure">{difference && `${usdChange(difference.usd)} (${percentChange(difference.percent / 100)})`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
