import { useMemo } from "preact/hooks";
import type { Schemas } from "../api";
import { Chart } from "../charts/Chart";
import { inWords, waterfall } from "./waterfall";
import { usdCents, usdCentsChange } from "../format";
import { factorNames } from "../stone/factors";

interface LadderProps {
  reference: Schemas["Reference"];
  reasons: Schemas["Reason"][];
  price: number;
}

/** From the reference stone to this one, a step for each reason; the steps add up to the price to the cent. */
export function Ladder({ reference, reasons, price }: LadderProps) {
  const spec = useMemo(() => waterfall(reference, reasons, price), [reference, reasons, price]);
  return (
    <section class="ladder">
      <h2>Why this price</h2>
      <Chart height={320} label={inWords(reference, reasons, price)} spec={spec} />
      <table class="steps">
        <caption class="away">The steps from the reference stone to this price</caption>
        <thead class="away">
          <tr>
            <th scope="col">Factor</th>
            <th scope="col">Reason</th>
            <th scope="col">USD</th>
          </tr>
        </thead>
        <tbody>
          <tr class="total">
            <th scope="row">Reference</th>
            <td>{reference.name}</td>
            <td class="figure">{usdCents(reference.price)}</td>
          </tr>
          {reasons.map((reason) => (
            <tr key={reason.factor} class={reason.usd === 0 ? "none" : ""}>
              <th scope="row">{factorNames[reason.factor]}</th>
              <td>{reason.text}</td>
              <td class={`figure ${reason.usd < 0 ? "minus" : "plus"}`}>{usdCentsChange(reason.usd)}</td>
            </tr>
          ))}
          <tr class="total">
            <th scope="row">This stone</th>
            <td />
            <td class="figure">{usdCents(price)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
