import type { Schemas } from "../api";
import { percentChange, usd, usdChange } from "../format";
import { Scroll } from "../kit/Scroll";
import { Sortable } from "../kit/Sortable";
import { stoneName } from "../stone/name";

export function Stones({ stones, sort, onSort }: { stones: Schemas["CollectionStone"][]; sort: string; onSort: (sort: string) => void }) {
  if (stones.length === 0) return <p class="empty">No stone is like that. Loosen the filters.</p>;
  return (
    <Scroll label="Stones">
      <table>
        <thead>
          <tr>
            <Sortable name="number" label="No." sort={sort} onSort={onSort} figure />
            <Sortable name="carat" label="Stone" sort={sort} onSort={onSort} />
            <Sortable name="appraised" label="Expert" sort={sort} onSort={onSort} figure />
            <Sortable name="price" label="Model" sort={sort} onSort={onSort} figure />
            <th scope="col" class="figure">
              Range
            </th>
            <Sortable name="difference_percent" label="Expert against model" sort={sort} onSort={onSort} figure />
          </tr>
        </thead>
        <tbody>
          {stones.map(({ number, stone, appraised, price, range, difference }) => (
            <tr key={number}>
              <td class="figure">{number}</td>
              <th scope="row">
                <a href={`/app/collection/${number}`}>
                  {stoneName(stone)}
                </a>
              </th>
              <td class="figure">{appraised === undefined ? "not priced" : usd(appraised)}</td>
              <td class="figure">{usd(price)}</td>
              <td class="figure">
                {usd(range.low)} – {usd(range.high)}
              </td>
              <td class={`figure ${difference && difference.usd < 0 ? "minus" : "plus"}`}>
                {difference && (
                  <>
                    {usdChange(difference.usd)} <small>{percentChange(difference.percent / 100)}</small>
                    {difference.verdict !== "within" && <span class="tag">{difference.verdict}</span>}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
