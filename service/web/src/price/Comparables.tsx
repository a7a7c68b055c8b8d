import type { Schemas } from "../api";
import { percentChange, usd, usdChange } from "../format";
import { Scroll } from "../kit/Scroll";
import { factorNames } from "../stone/factors";
import { stoneName } from "../stone/name";

/** Real stones that an expert has priced, each adjusted to the asked one. */
export function Comparables({ comparables }: { comparables: Schemas["Comparable"][] }) {
  if (comparables.length === 0) return null;
  return (
    <section>
      <h2>Stones like it</h2>
      <p class="hint">Real stones that an expert has priced. Adjusted: what this stone is worth by that price.</p>
      <Scroll label="Stones like it">
        <table class="comparables">
          <thead>
            <tr>
              <th scope="col">Stone</th>
              <th scope="col" class="figure">
                Appraised
              </th>
              <th scope="col">Adjusted for</th>
              <th scope="col" class="figure">
                Adjusted
              </th>
            </tr>
          </thead>
          <tbody>
            {comparables.map((comparable, i) => (
              <tr key={i}>
                <th scope="row">
                  {stoneName(comparable.stone)}
                </th>
                <td class="figure">{usd(comparable.appraised)}</td>
                <td>{comparable.adjustments.length === 0 ? "Nothing: the same in all that counts" : comparable.adjustments.map(step).join(", ")}</td>
                <td class="figure">{usd(comparable.adjusted)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

const step = (adjustment: Schemas["Adjustment"]) => `${factorNames[adjustment.factor].toLowerCase()} ${percentChange(adjustment.multiplier - 1)} (${usdChange(adjustment.usd)})`;
