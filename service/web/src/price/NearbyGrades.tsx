import { answered, api, type Stone } from "../api";
import { percentChange, usd, usdChange } from "../format";
import { useAsked } from "../kit/asked";
import { FailureNotice } from "../kit/Notice";
import { Scroll } from "../kit/Scroll";
import { factorNames } from "../stone/factors";

/** What the next grade up or down, or the next magic weight, would do. */
export function NearbyGrades({ stone }: { stone: Stone }) {
  const asked = useAsked(JSON.stringify(stone), (signal) => answered(api.POST("/v1/stones/grades", { body: stone, signal })));
  if (asked.failure) return <FailureNotice failure={asked.failure} />;
  const steps = asked.answer?.steps ?? [];
  return (
    <section aria-busy={asked.pending}>
      <h2>One step away</h2>
      <Scroll label="One step away">
        <table>
          <thead>
            <tr>
              <th scope="col">Change</th>
              <th scope="col" class="figure">
                Price
              </th>
              <th scope="col" class="figure">
                Difference
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={`${step.factor}-${step.direction}`}>
                <th scope="row">
                  {factorNames[step.factor]} {step.from} → {step.to}
                </th>
                <td class="figure">{usd(step.price)}</td>
                <td class={`figure ${step.usd < 0 ? "minus" : "plus"}`}>
                  {usdChange(step.usd)} <small>{percentChange(step.percent / 100)}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
