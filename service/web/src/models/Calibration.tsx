import { useMemo } from "preact/hooks";
import type { Schemas } from "../api";
import { Chart } from "../charts/Chart";
import type { Palette, Spec } from "../charts/drawing";
import { count, percent, percentChange, usd } from "../format";

type Measured = Schemas["ModelCalibration"];

/** Whether ranges hold as often as they state, for light stones and heavy ones; whether prices are right on average, for cheap stones and dear ones. */
export function Calibration({ calibration }: { calibration: Measured }) {
  const spec = useMemo(() => byBand(calibration), [calibration]);
  const tenths = useMemo(() => byPrice(calibration), [calibration]);
  const inTenths = calibration.by_price.map((tenth) => `about ${usd(tenth.estimate)} ${percentChange(bias(tenth))}`).join(", ");
  const words = calibration.by_carat.map((band) => `${name(band)} ${percent(band.measured)}`).join(", ");
  return (
    <section class="card">
      <div class="pair">
        <div>
          <h2 class="first">Do its ranges hold?</h2>
          <p class="hint">
            They state {percent(calibration.stated)}; of {count(calibration.stones)} stones that the model had not learned from they held {percent(calibration.measured)}. By weight, with the stated share as a line:
          </p>
          <Chart height={220} label={`Share of stones whose price lay within the range: ${words}`} spec={spec} />
        </div>
        <div>
          <h2 class="first">Is it right on average?</h2>
          <p class="hint">How far experts' prices lie from its prices, on average, for each tenth of the same stones, the cheapest first:</p>
          <Chart height={220} label={`Experts' prices against the model's, by tenths of the model's prices: ${inTenths}`} spec={tenths} />
        </div>
      </div>
    </section>
  );
}

function name(band: Measured["by_carat"][number]): string {
  return band.carat_to === undefined ? `${band.carat_from.toFixed(2)}+ ct` : `${band.carat_from.toFixed(2)}–${band.carat_to.toFixed(2)} ct`;
}

function byBand({ stated, by_carat }: Measured): (colors: Palette) => Spec {
  return (colors) => ({
    type: "bar",
    data: {
      labels: by_carat.map(name),
      datasets: [
        {
          type: "bar",
          label: "Held",
          data: by_carat.map((band) => band.measured),
          backgroundColor: colors.accent,
          barPercentage: 0.6,
          datalabels: { display: true, anchor: "end", align: "end", color: colors.ink, formatter: (value: number) => percent(value) },
        },
        { type: "line", label: "Stated", data: by_carat.map(() => stated), borderColor: colors.minus, borderDash: [6, 4], pointRadius: 0, borderWidth: 2 },
      ],
    },
    options: {
      layout: { padding: { top: 20 } },
      scales: { x: { grid: { display: false } }, y: { min: 0.5, max: 1, border: { display: false }, ticks: { callback: (value) => percent(Number(value)) } } },
    },
  });
}

const bias = ({ estimate, price }: Measured["by_price"][number]): number => price / estimate - 1;

function byPrice({ by_price }: Measured): (colors: Palette) => Spec {
  return (colors) => ({
    type: "bar",
    data: {
      labels: by_price.map((tenth) => usd(tenth.estimate)),
      datasets: [
        {
          label: "Experts against the model",
          data: by_price.map(bias),
          backgroundColor: colors.accent,
          barPercentage: 0.6,
          datalabels: { display: "auto", anchor: "end", align: "end", color: colors.ink, font: { size: 11 }, formatter: (value: number) => percentChange(value) },
        },
      ],
    },
    options: {
      layout: { padding: { top: 20 } },
      scales: { x: { grid: { display: false } }, y: { suggestedMin: -0.05, suggestedMax: 0.05, border: { display: false }, grid: { color: (line) => (line.tick.value === 0 ? colors.quiet : colors.line) }, ticks: { stepSize: 0.05, callback: (value) => percentChange(Number(value)) } } },
    },
  });
}
