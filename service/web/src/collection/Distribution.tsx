import { useMemo, useState } from "preact/hooks";
import { answered, api, type Schemas } from "../api";
import { Chart } from "../charts/Chart";
import type { Palette, Spec } from "../charts/drawing";
import { count, usdShort } from "../format";
import { useAsked } from "../kit/asked";
import { FailureNotice } from "../kit/Notice";
import type { filters } from "./sought";

type Bin = Schemas["CollectionBin"];

const ways = { price: "Price", carat: "Weight", cut: "Cut", color: "Color", clarity: "Clarity" };
type Way = keyof typeof ways;

/** How many stones there are of each kind, and what the expert and the model say of those in the middle. */
export function Distribution({ filters: query }: { filters: ReturnType<typeof filters> }) {
  const [by, setBy] = useState<Way>("price");
  const asked = useAsked(JSON.stringify({ by, ...query }), (signal) => answered(api.GET("/v1/collection/distribution", { params: { query: { by, ...query } }, signal })), { rest: 150 });
  const bins = asked.answer?.bins ?? [];
  const counts = useMemo(() => stones(bins), [bins]);
  const prices = useMemo(() => medians(bins), [bins]);
  return (
    <section aria-busy={asked.pending}>
      <div class="tools">
        <label>
          By
          <select value={by} onChange={(event) => setBy(event.currentTarget.value as Way)}>
            {Object.entries(ways).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {asked.failure && !asked.failure.isAway && <FailureNotice failure={asked.failure} />}
      <div class="pair">
        <figure>
          <figcaption>Stones</figcaption>
          <Chart height={240} label={`Stones by ${ways[by].toLowerCase()}: ${bins.map((bin) => `${name(bin)} ${count(bin.stones)}`).join(", ")}`} spec={counts} />
        </figure>
        <figure>
          <figcaption>The price in the middle: expert against model</figcaption>
          <Chart height={240} label={`The expert's and the model's median price by ${ways[by].toLowerCase()}`} spec={prices} />
        </figure>
      </div>
    </section>
  );
}

function name(bin: Bin): string {
  if (bin.grade !== undefined) return bin.grade;
  const isPrice = (bin.from ?? 0) >= 50;
  const text = isPrice ? usdShort(bin.from ?? 0) : (bin.from ?? 0).toFixed(2);
  return bin.to === undefined ? `${text}+` : text;
}

function stones(bins: Bin[]): (colors: Palette) => Spec {
  return (colors) => ({
    type: "bar",
    data: { labels: bins.map(name), datasets: [{ label: "Stones", data: bins.map((bin) => bin.stones), backgroundColor: colors.accent, categoryPercentage: 0.95, barPercentage: 0.95 }] },
    options: { scales: { x: { grid: { display: false } }, y: { beginAtZero: true, border: { display: false }, ticks: { precision: 0 } } } },
  });
}

function medians(bins: Bin[]): (colors: Palette) => Spec {
  return (colors) => ({
    type: "line",
    data: {
      labels: bins.map(name),
      // The first lies on top: so both are seen where they agree.
      datasets: [
        { label: "Model", data: bins.map((bin) => bin.appraised.median_price ?? null), borderColor: colors.plus, backgroundColor: colors.plus, borderDash: [5, 4] },
        { label: "Expert", data: bins.map((bin) => bin.appraised.median_appraised ?? null), borderColor: colors.minus, backgroundColor: colors.minus, pointStyle: "rect", pointRadius: 5, borderWidth: 5 },
      ],
    },
    options: {
      plugins: { legend: { display: true, position: "bottom", labels: { usePointStyle: true } } },
      scales: { x: { grid: { display: false } }, y: { beginAtZero: true, border: { display: false }, ticks: { callback: (value) => usdShort(Number(value)) } } },
    },
  });
}
