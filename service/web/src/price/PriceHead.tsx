import type { Range, Schemas } from "../api";
import { percent, usd } from "../format";
import { Notice } from "../kit/Notice";

/** The price, what it is a carat, and where an expert's price lies. */
export function PriceHead(props: { price: number; perCarat: number; range: Range; caveats: Schemas["Caveat"][]; pending?: boolean }) {
  return (
    <section class="price-head" aria-busy={props.pending ?? false} aria-live="polite">
      <p class="price">
        <output>{usd(props.price)}</output> <small>{usd(props.perCarat)} per carat</small>
      </p>
      <RangeBar price={props.price} range={props.range} />
      {props.caveats.map((caveat) => (
        <Notice key={caveat.code} kind="warning">
          {caveat.text}
        </Notice>
      ))}
    </section>
  );
}

function RangeBar({ price, range }: { price: number; range: Range }) {
  const { low, high, coverage } = range;
  const at = high > low ? ((price - low) / (high - low)) * 100 : 50;
  return (
    <figure class="range">
      <div class="range-bar" aria-hidden="true">
        <i style={{ left: `${at}%` }} />
      </div>
      <div class="range-ends" aria-hidden="true">
        <span>{usd(low)}</span>
        <span>{usd(high)}</span>
      </div>
      <figcaption>
        {percent(coverage)} of experts' prices for such a stone lie from {usd(low)} to {usd(high)}.
      </figcaption>
    </figure>
  );
}
