import type { Schemas } from "../api";
import { percentChange, usd, usdChange } from "../format";
import type { Explained } from "../price/explained";
import { factorNames } from "../stone/factors";

/** What today's champion says of the same stone, and which steps make the difference. */
export function Today({ then, now }: { then: Schemas["Valuation"]; now: Explained }) {
  if (then.model.version === now.model.version) {
    return <p class="hint">Today's champion is the same model, version {now.model.version}: it says the same.</p>;
  }
  const difference = now.price - then.price;
  const shifts = now.reasons
    .map((reason, i) => ({ factor: reason.factor, usd: reason.usd - (then.reasons[i]?.usd ?? 0) }))
    .filter((shift) => Math.abs(shift.usd) >= 0.5)
    .sort((one, other) => Math.abs(other.usd) - Math.abs(one.usd));
  const reference = now.reference.price - then.reference.price;
  return (
    <section class="today">
      <h2>Today</h2>
      <p>
        Version {now.model.version} says <strong>{usd(now.price)}</strong>: {usdChange(difference)} ({percentChange(difference / then.price)}).
      </p>
      <table>
        <caption class="away">What makes the difference</caption>
        <tbody>
          <tr>
            <th scope="row">Reference stone</th>
            <td class={`figure ${reference < 0 ? "minus" : "plus"}`}>{usdChange(reference)}</td>
          </tr>
          {shifts.map((shift) => (
            <tr key={shift.factor}>
              <th scope="row">{factorNames[shift.factor]}</th>
              <td class={`figure ${shift.usd < 0 ? "minus" : "plus"}`}>{usdChange(shift.usd)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
