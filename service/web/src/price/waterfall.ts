import type { Schemas } from "../api";
import type { Draw, Palette } from "../charts/drawing";
import { usd, usdChange, usdShort } from "../format";
import { factorNames } from "../stone/factors";

type Reference = Schemas["Reference"];
type Reason = Schemas["Reason"];

/** The ladder as a sentence, for those who don't see the chart. */
export function inWords(reference: Reference, reasons: Reason[], price: number): string {
  const steps = reasons.filter((reason) => reason.usd !== 0).map((reason) => `${factorNames[reason.factor]} ${usdChange(reason.usd)}`);
  return `From the reference stone at ${usd(reference.price)} to ${usd(price)}: ${steps.join(", ")}.`;
}

/** Each step floats between where the last one ended and where it ends itself; lying down where the window is narrow. */
export function waterfall(reference: Reference, reasons: Reason[], price: number): Draw {
  const labels = ["Reference", ...reasons.map((reason) => factorNames[reason.factor]), "This stone"];
  const ends = reasons.reduce((before, reason) => [...before, before[before.length - 1]! + reason.usd], [reference.price]);
  const bars: [number, number][] = [[0, reference.price], ...reasons.map((_, i): [number, number] => [ends[i]!, ends[i + 1]!]), [0, price]];
  const texts = [usd(reference.price), ...reasons.map((reason) => usdChange(reason.usd)), usd(price)];
  const colorOf = (colors: Palette, i: number) => (i === 0 || i === bars.length - 1 ? colors.accent : reasons[i - 1]!.usd < 0 ? colors.minus : colors.plus);
  return (colors, narrow) => ({
    type: "bar",
    data: {
      labels,
      datasets: [
        {
          data: bars,
          backgroundColor: bars.map((_, i) => colorOf(colors, i)),
          borderRadius: 2,
          borderSkipped: false,
          minBarLength: 2,
          datalabels: { display: "auto", anchor: "end", align: "end", offset: 0, color: colors.ink, font: { size: 11 }, formatter: (_, context) => texts[context.dataIndex] ?? "" },
        },
      ],
    },
    options: {
      layout: { padding: narrow ? { right: 56 } : { top: 20 } },
      events: [],
      indexAxis: narrow ? "y" : "x",
      scales: {
        [narrow ? "y" : "x"]: { grid: { display: false } },
        [narrow ? "x" : "y"]: { beginAtZero: true, ticks: { callback: (value: number | string) => usdShort(Number(value)), maxTicksLimit: narrow ? 4 : 6 }, border: { display: false } },
      },
    },
  });
}
