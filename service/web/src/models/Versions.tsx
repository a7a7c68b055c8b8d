import { useMemo, useState } from "preact/hooks";
import type { Schemas } from "../api";
import { Chart } from "../charts/Chart";
import type { Palette, Spec } from "../charts/drawing";
import { dateTime } from "../format";
import { Scroll } from "../kit/Scroll";
import { metricNames, written } from "./metrics";

type Version = Schemas["ModelVersion"];

/** Each version and how well it did. */
export function Versions({ versions }: { versions: Version[] }) {
  const measured = Object.keys(metricNames).filter((name) => versions.some((version) => version.metrics[name] !== undefined));
  const [metric, setMetric] = useState("mae_usd");
  const spec = useMemo(() => overTime(versions, metric), [versions, metric]);
  return (
    <section class="card">
      <h2 class="first">Versions</h2>
      {versions.length > 1 && (
        <>
          <div class="tools">
            <label>
              Over time
              <select value={metric} onChange={(event) => setMetric(event.currentTarget.value)}>
                {measured.map((name) => (
                  <option key={name} value={name}>
                    {metricNames[name]}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <Chart height={240} label={`${metricNames[metric]} of each version, the oldest first`} spec={spec} />
        </>
      )}
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
                <td class="figure">{figure(version, "mae_usd")}</td>
                <td class="figure">{figure(version, "mape_percent")}</td>
                <td>{[version.champion && "champion", version.served && "answers"].filter(Boolean).join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function figure(version: Version, name: string): string {
  const value = version.metrics[name];
  return value === undefined ? "–" : written(name, value);
}

function overTime(versions: Version[], metric: string): (colors: Palette) => Spec {
  const oldestFirst = versions.toReversed().filter((version) => version.metrics[metric] !== undefined);
  return (colors) => ({
    type: "line",
    data: {
      labels: oldestFirst.map((version) => `Version ${version.version}`),
      datasets: [
        {
          label: metricNames[metric] ?? metric,
          data: oldestFirst.map((version) => version.metrics[metric]!),
          borderColor: colors.accent,
          backgroundColor: colors.accent,
          pointRadius: oldestFirst.map((version) => (version.champion ? 7 : 4)),
        },
      ],
    },
    options: { scales: { x: { grid: { display: false } }, y: { border: { display: false }, ticks: { callback: (value) => written(metric, Number(value)) } } } },
  });
}
