import { useMemo } from "preact/hooks";
import type { Schemas } from "../api";
import { Chart } from "../charts/Chart";
import type { Palette, Spec } from "../charts/drawing";
import { count, percent } from "../format";

type Measured = Schemas["ModelCalibration"];

/** Whether ranges hold as often as they state, for light stones and for heavy ones. */
export function Calibration({ calibration }: { calibration: Measured }) {
  const spec = useMemo(() => byBand(calibration), [calibration]);
  const words = calibration.by_carat.map((band) => `${name(band)} ${percent(band.measured)}`).join(", ");
  return (
    <section class="card">
      <h2 class="first">Do its ranges hold?</h2>
      <p class="hint">
        They state {percent(calibration.stated)}; of {count(calibration.stones)} stones that the model had not learned from they held {percent(calibration.measured)}. By weight, with the stated share as a line:
      </p>
      <Chart height={220} label={`Share of stones whose price lay within the range: ${words}`} spec={spec} />
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
