import { usd, usdChange } from "../format";

/** The price over the form where a narrow screen shows it far below; people who hear the page are told there. */
export function PriceNow({ price, difference }: { price: number; difference?: number | undefined }) {
  return (
    <p class="price-now" aria-hidden="true">
      {usd(price)} {difference !== undefined && <small>{usdChange(difference)}</small>}
    </p>
  );
}
