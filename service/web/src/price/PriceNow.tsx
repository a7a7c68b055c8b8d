import type { Failure } from "../api";
import { usd, usdChange } from "../format";

/** The price over the form where a narrow screen shows it far below; people who hear the page are told there. */
export function PriceNow({ price, difference, failure }: { price: number; difference?: number | undefined; failure?: Failure | undefined }) {
  return (
    <p class="price-now" aria-hidden="true">
      {failure ? <small>No price now: {failure.problem.title}.</small> : usd(price)} {!failure && difference !== undefined && <small>{usdChange(difference)}</small>}
    </p>
  );
}
