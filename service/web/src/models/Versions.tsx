import { useMemo } from "preact/hooks";
import type { Schemas } from "../api";
import { Chart } from "../charts/Chart";
import type { Palette, Spec } from "../charts/drawing";
import { dateTime, percent, usd } from "../format";
import { Scroll } from "../kit/Scroll";

type Version = Schemas["ModelVersion"];

/** Each version and how well it did. */
export function Versions({ versions }: { versions: Version[] }) {
  const spec = useMemo(() => overTime(versions), [versions]);
  return (
    <section class="card">
      <h2 class="first">Versions</h2>
      {versions.length > 1 && <Chart height={240} label="Mean absolute error in USD of each version, the oldest first" spec={spec} />}
      <Scroll label="Versions">
        <table>
          <thead>
            <tr>
              <th scope="col">Version</th>
              <th scope="col">Registered</th>
              <th scope="col" class="figure">
                Off by, on average
              </th>
              <th scope="col" class="figure">
                Off by, in %
              </th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <tr key={version.version}>
                <th scope="row">{version.version}</th>
                <td>{dateTime(version.registered_at)}</td>
                <td class="figure">{figure(version, "mae_usd", usd)}</td>
                <td class="figure">{figure(version, "mape_percent", (value) => percent(value / 100))}</td>
                <td>{[version.champion && "champion", version.served && "answers"].filter(Boolean).join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function figure(version: Version, name: string, write: (value: number) => string): string {
  const value = version.metrics[name];
  return value === undefined ? "–" : write(value);
}

function overTime(versions: Version[]): (colors: Palette) => Spec {
  const oldestFirst = versions.toReversed().filter((version) => version.metrics["mae_usd"] !== undefined);
  return (colors) => ({
    type: "line",
    data: {
      labels: oldestFirst.map((version) => `Version ${version.version}`),
      datasets: [
        {
          label: "Off by, on average",
          data: oldestFirst.map((version) => version.metrics["mae_usd"]!),
          borderColor: colors.accent,
          backgroundColor: colors.accent,
          pointRadius: oldestFirst.map((version) => (version.champion ? 7 : 4)),
        },
      ],
    },
    options: { scales: { x: { grid: { display: false } }, y: { border: { display: false }, ticks: { callback: (value) => usd(Number(value)) } } } },
  });
}
