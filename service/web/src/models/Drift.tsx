import { useMemo } from "preact/hooks";
import { answered, api, type Schemas } from "../api";
import { Chart } from "../charts/Chart";
import type { Palette, Spec } from "../charts/drawing";
import { count, hundredths, percent } from "../format";
import { useAsked } from "../kit/asked";
import { FailureNotice } from "../kit/Notice";
import { Scroll } from "../kit/Scroll";
import { factorNames } from "../stone/factors";

type Factor = Schemas["FactorDrift"];

const WARNING = 0.1;
const ALARM = 0.25;

const verdicts = {
  none: "The stones asked last are such as it has learned from.",
  warning: "Some of what is asked is moving away from what it has learned from.",
  alarm: "The stones asked last are not such as it has learned from: its prices for them may be worse than its figures say.",
};

/** Whether stones are still such as the champion has learned from. */
export function Drift() {
  const asked = useAsked("drift", (signal) => answered(api.GET("/v1/drift", { signal })));
  const factors = asked.answer?.factors ?? [];
  const spec = useMemo(() => byFactor(factors), [factors]);
  return (
    <section class="card" aria-busy={asked.pending}>
      <h2 class="first">Are stones still such as it has learned from?</h2>
      {asked.failure && <FailureNotice failure={asked.failure} />}
      {asked.answer?.trouble && <p class="hint">{asked.answer.trouble}</p>}
      {asked.answer && factors.length > 0 && (
        <>
          <p class="hint">
            {verdicts[asked.answer.level]} The {count(asked.answer.stones)} stones asked last, in one number for each factor (the population stability index, 0 where nothing has moved): from {hundredths(WARNING)} on a warning, from {hundredths(ALARM)} on an alarm.
          </p>
          <Chart height={240} label={`Population stability index: ${factors.map((one) => `${factorNames[one.factor]} ${hundredths(one.psi)}`).join(", ")}`} spec={spec} />
          <Scroll label="What has moved">
            <table>
              <thead>
                <tr>
                  <th scope="col">Factor</th>
                  <th scope="col" class="figure">
                    Index
                  </th>
                  <th scope="col">What has changed most</th>
                  <th scope="col">Drift</th>
                </tr>
              </thead>
              <tbody>
                {factors.map((one) => (
                  <tr key={one.factor}>
                    <th scope="row">{factorNames[one.factor]}</th>
                    <td class="figure">{hundredths(one.psi)}</td>
                    <td>{change(one)}</td>
                    <td>{one.level}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
    </section>
  );
}

function change({ bins }: Factor): string {
  const most = bins.reduce((one, other) => (Math.abs(other.asked - other.learned) > Math.abs(one.asked - one.learned) ? other : one));
  return `${most.values}: ${percent(most.learned)} learned, ${percent(most.asked)} asked`;
}

function byFactor(factors: Factor[]): (colors: Palette) => Spec {
  return (colors) => {
    const mark = (label: string, at: number, dash: number[]) => ({ type: "line" as const, label, data: factors.map(() => at), borderColor: colors.minus, borderDash: dash, borderWidth: 2, pointRadius: 0 });
    return {
      type: "bar",
      data: {
        labels: factors.map((one) => factorNames[one.factor]),
        datasets: [{ type: "bar", label: "Index", data: factors.map((one) => one.psi), backgroundColor: colors.accent, barPercentage: 0.6 }, mark("Warning", WARNING, [2, 4]), mark("Alarm", ALARM, [8, 4])],
      },
      options: {
        plugins: { legend: { display: true, position: "bottom", labels: { boxWidth: 24 } } },
        scales: { x: { grid: { display: false } }, y: { beginAtZero: true, suggestedMax: 0.3, border: { display: false } } },
      },
    };
  };
}
