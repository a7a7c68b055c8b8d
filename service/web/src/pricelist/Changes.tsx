import { answered, api, type Stone } from "../api";
import { count, percentChange, usd, usdChange } from "../format";
import { useAsked } from "../kit/asked";
import { FailureNotice } from "../kit/Notice";
import { Scroll } from "../kit/Scroll";

const SHOWN = 20;

/** What has moved on the list since the champion before, the largest change first. */
export function Changes({ cut }: { cut: Stone["cut"] }) {
  const asked = useAsked(cut, (signal) => answered(api.GET("/v1/price-list/changes", { params: { query: { cut: [cut] } }, signal })));
  const changes = (asked.answer?.changes ?? []).toSorted((one, other) => Math.abs(other.percent) - Math.abs(one.percent));
  return (
    <section class="card" aria-busy={asked.pending}>
      <h2 class="first">What changed</h2>
      {asked.failure?.status === 404 && <p class="hint">This is the first list: there is no earlier champion to compare with.</p>}
      {asked.failure && asked.failure.status !== 404 && <FailureNotice failure={asked.failure} />}
      {asked.answer && (
        <p>
          Since version {asked.answer.since}: {count(changes.length)} of {count(changes.length + asked.answer.unchanged)} prices of {cut} stones have moved
          {changes.length > SHOWN ? `; the ${SHOWN} that moved most:` : "."}
        </p>
      )}
      {changes.length > 0 && (
        <Scroll label="Prices that have moved">
          <table>
            <thead>
              <tr>
                <th scope="col">Stones</th>
                <th scope="col" class="figure">
                  Before, per carat
                </th>
                <th scope="col" class="figure">
                  Now
                </th>
                <th scope="col" class="figure">
                  Change
                </th>
              </tr>
            </thead>
            <tbody>
              {changes.slice(0, SHOWN).map((change) => (
                <tr key={`${change.carat_from} ${change.color} ${change.clarity}`}>
                  <th scope="row">
                    {change.carat_from.toFixed(2)}
                    {change.carat_to === undefined ? "+" : `–${change.carat_to.toFixed(2)}`} ct {change.color} {change.clarity}
                  </th>
                  <td class="figure">{usd(change.price_per_carat_before)}</td>
                  <td class="figure">{usd(change.price_per_carat)}</td>
                  <td class={`figure ${change.usd < 0 ? "minus" : "plus"}`}>
                    {usdChange(change.usd)} <small>{percentChange(change.percent / 100)}</small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
