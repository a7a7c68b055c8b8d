import { useMemo, useState } from "preact/hooks";
import { allPages, answered, api, type Schemas } from "../api";
import { Chart } from "../charts/Chart";
import type { Palette, Spec } from "../charts/drawing";
import { count, date } from "../format";
import { useAsked } from "../kit/asked";
import { FailureNotice } from "../kit/Notice";
import { Scroll } from "../kit/Scroll";
import { operationNames } from "./operations";

type Row = Schemas["UsageOfDay"];

const DAY = 86_400_000;

/** What was asked by day, for all businesses or one of them. */
export function Use() {
  const [business, setBusiness] = useState("");
  const [days, setDays] = useState(30);
  const asked = useAsked(`use ${days}`, () => all(days));
  const rows = asked.answer ?? [];
  const businesses = [...new Set(rows.map((row) => row.business))].sort();
  const chosen = useMemo(() => rows.filter((row) => !business || row.business === business), [rows, business]);
  const spec = useMemo(() => byDay(chosen, days), [chosen, days]);
  const total = chosen.reduce((sum, row) => sum + row.units, 0);
  return (
    <section class="card" aria-busy={asked.pending}>
      <div class="tools">
        <h2 class="first">Use</h2>
        <label>
          Business
          <select value={business} onChange={(event) => setBusiness(event.currentTarget.value)}>
            <option value="">All</option>
            {businesses.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          Days
          <select value={days} onChange={(event) => setDays(Number(event.currentTarget.value))}>
            <option>7</option>
            <option>30</option>
            <option>90</option>
          </select>
        </label>
        <a class="button" href={`/v1/usage/export?from=${iso(days - 1)}&to=${iso(0)}`} download>
          What is to be paid for, as CSV
        </a>
      </div>
      {asked.failure && <FailureNotice failure={asked.failure} />}
      <p class="hint">{count(total)} stones and other requests in the last {days} days (UTC).</p>
      <Chart height={240} label={`Use by day: ${count(total)} in the last ${days} days`} spec={spec} />
      <Scroll label="Use by operation">
        <table>
          <thead>
            <tr>
              <th scope="col">Business</th>
              <th scope="col">Operation</th>
              <th scope="col">Outcome</th>
              <th scope="col" class="figure">
                Requests
              </th>
              <th scope="col" class="figure">
                Stones and requests
              </th>
            </tr>
          </thead>
          <tbody>
            {added(chosen).map((row) => (
              <tr key={`${row.business} ${row.operation} ${row.outcome}`}>
                <td>{row.business}</td>
                <td>
                  {operationNames[row.operation] ?? <code>{row.operation}</code>}
                </td>
                <td>{row.outcome}</td>
                <td class="figure">{count(row.requests)}</td>
                <td class="figure">{count(row.units)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

const all = (days: number): Promise<Row[]> =>
  allPages((from) => answered(api.GET("/v1/usage", { params: { query: { from: iso(days - 1), to: iso(0), limit: 100, ...from } } })));

/** The day in UTC so many days ago. */
const iso = (ago: number) => new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);

function added(rows: Row[]): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.business} ${row.operation} ${row.outcome}`;
    const sum = sums.get(key);
    sums.set(key, sum ? { ...sum, requests: sum.requests + row.requests, units: sum.units + row.units } : row);
  }
  return [...sums.values()].sort((one, other) => other.units - one.units);
}

function byDay(rows: Row[], days: number): (colors: Palette) => Spec {
  const labels = Array.from({ length: days }, (_, i) => iso(days - 1 - i));
  const of = (good: boolean) => labels.map((day) => rows.filter((row) => row.day === day && (row.outcome === "ok") === good).reduce((sum, row) => sum + row.units, 0));
  return (colors) => ({
    type: "bar",
    data: {
      labels: labels.map(date),
      datasets: [
        { label: "Answered", data: of(true), backgroundColor: colors.plus, stack: "use" },
        { label: "Refused, limited or failed", data: of(false), backgroundColor: colors.minus, stack: "use" },
      ],
    },
    options: {
      plugins: { legend: { display: true, position: "bottom", labels: { boxWidth: 12 } } },
      scales: { x: { stacked: true, grid: { display: false }, ticks: { maxTicksLimit: 8 } }, y: { stacked: true, beginAtZero: true, border: { display: false }, ticks: { precision: 0 } } },
    },
  });
}
