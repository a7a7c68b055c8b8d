import { useMemo, useState } from "preact/hooks";
import { answered, api, type Schemas, type Stone } from "../api";
import { count, date, decimal, hundreds, usd } from "../format";
import { useAsked } from "../kit/asked";
import { FailureNotice } from "../kit/Notice";
import { Scroll } from "../kit/Scroll";
import { Segments } from "../kit/Segments";
import { Page } from "../shell/Page";
import { clarities, colors, cuts } from "../stone/grades";
import { Changes } from "./Changes";

type Listed = Schemas["ListedPrice"];

/** The champion's price list as the trade prints it: a band of weights at a time, color down, clarity across. */
export default function PriceList() {
  const [cut, setCut] = useState<Stone["cut"]>("Ideal");
  const [band, setBand] = useState(0);
  const asked = useAsked(cut, (signal) => answered(api.GET("/v1/price-list", { params: { query: { cut: [cut] } }, signal })) as Promise<Schemas["PriceList"]>);
  const prices = asked.answer?.prices ?? [];
  const bands = useMemo(() => [...new Map(prices.map((price) => [price.carat_from, price])).values()], [prices]);
  const chosen = bands[Math.min(band, bands.length - 1)];
  return (
    <Page title="Price list" lead={!asked.answer ? "\u00a0" : `Model version ${asked.answer.model.version}, learned on ${date(asked.answer.trained_at)}. Hundreds of USD per carat, as the trade writes it.`}>
      <section class="card" aria-busy={asked.pending}>
        {asked.failure && <FailureNotice failure={asked.failure} />}
        <div class="tools">
          <Segments label="Cut" grades={cuts} value={cut} onChange={(name) => setCut(name as Stone["cut"])} />
          <label>
            Weight
            <select value={band} onChange={(event) => setBand(Number(event.currentTarget.value))}>
              {bands.map((price, i) => (
                <option key={price.carat_from} value={i}>
                  {bandName(price)}
                </option>
              ))}
            </select>
          </label>
          <div class="buttons">
            <Download type="application/pdf" name="price-list.pdf" label="PDF" />
            <Download type="text/csv" name="price-list.csv" label="CSV" />
          </div>
        </div>
        {!asked.answer && !asked.failure && <div class="waiting-list" aria-busy="true" />}
        {chosen && <Band prices={prices.filter((price) => price.carat_from === chosen.carat_from)} name={bandName(chosen)} />}
        <p class="hint">Of the band's lightest stone in ordinary proportions. Grey: no stone of that band, color and clarity was among those that the model learned from.</p>
      </section>
      <Changes cut={cut} />
    </Page>
  );
}

function Band({ prices, name }: { prices: Listed[]; name: string }) {
  const at = new Map(prices.map((price) => [`${price.color} ${price.clarity}`, price]));
  const across = clarities.toReversed();
  return (
    <Scroll label={`Prices from ${name}`}>
      <table class="rap">
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="away">Color</span>
            </th>
            {across.map((clarity) => (
              <th key={clarity.name} scope="col" class="figure" title={clarity.meaning}>
                {clarity.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {colors.toReversed().map((color) => (
            <tr key={color.name}>
              <th scope="row" title={color.meaning}>
                {color.name}
              </th>
              {across.map((clarity) => {
                const price = at.get(`${color.name} ${clarity.name}`);
                return (
                  <td key={clarity.name} class={`figure ${price && price.stones > 0 ? "" : "guess"}`} title={price && `${usd(price.price)} for ${decimal(price.carat_from)} ct; ${count(price.stones)} stones learned from`}>
                    {price ? hundreds(price.price_per_carat) : ""}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** A form of the list that only the header `Accept` asks for, so that a plain link can't. */
function Download({ type, name, label }: { type: string; name: string; label: string }) {
  const [pending, setPending] = useState(false);
  const save = async () => {
    setPending(true);
    const answer = await fetch("/v1/price-list", { headers: { Accept: type } });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
    setPending(false);
  };
  return (
    <button type="button" disabled={pending} onClick={save}>
      {label}
    </button>
  );
}

const bandName = (price: Listed) => (price.carat_to === undefined ? `${price.carat_from.toFixed(2)} ct and more` : `${price.carat_from.toFixed(2)} – ${price.carat_to.toFixed(2)} ct`);
