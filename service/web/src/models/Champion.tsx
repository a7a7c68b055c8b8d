import type { Schemas } from "../api";
import { count, date, dateTime, percent, usd } from "../format";
import { Figure } from "../kit/Figure";
import { Notice } from "../kit/Notice";
import { Scroll } from "../kit/Scroll";
import { metricNames, written } from "./metrics";

export function Champion({ model }: { model: Schemas["ModelDetails"] }) {
  const { metrics } = model;
  const data = model.data ?? [];
  const learned = data.reduce((sum, file) => sum + file.accepted, 0);
  return (
    <section class="card">
      {model.trouble && <Notice kind="warning">{model.trouble}</Notice>}
      <dl class="figures">
        <Figure label="The model that answers" value={`Version ${model.version}`} note={[model.family, model.registered_at && `registered ${dateTime(model.registered_at)}`].filter(Boolean).join(", ")} />
        <Figure label="Off by, on average" value={metrics["mae_usd"] === undefined ? "–" : usd(metrics["mae_usd"])} note="mean absolute error on stones it had not seen" />
        {model.calibration && <Figure label="Ranges hold" value={percent(model.calibration.measured)} note={`of experts' prices; they state ${percent(model.calibration.stated)}`} />}
        {data.length > 0 && <Figure label="Learned from" value={count(learned)} note={`appraised stones${model.trained_at ? `, on ${date(model.trained_at)}` : ""}`} />}
      </dl>
      {model.run_url && (
        <p>
          <a href={model.run_url} target="_blank" rel="noopener">
            Its run in MLflow
          </a>
        </p>
      )}
      <details>
        <summary>What it learned from, and all its figures</summary>
        <div class="pair">
          {data.length > 0 && <Files data={data} />}
          <Scroll label="Figures">
            <table>
              <caption class="away">Figures</caption>
              <tbody>
                {Object.entries(metrics).map(([name, value]) => (
                  <tr key={name}>
                    <th scope="row">
                      {metricNames[name] ?? <code>{name}</code>}
                    </th>
                    <td class="figure">{written(name, value)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </div>
      </details>
    </section>
  );
}

function Files({ data }: { data: Schemas["ModelData"][] }) {
  return (
    <Scroll label="Files of stones">
      <table>
        <caption class="away">Files of stones</caption>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col" class="figure">
              Learned from
            </th>
            <th scope="col" class="figure">
              Set aside
            </th>
          </tr>
        </thead>
        <tbody>
          {data.map((file) => (
            <tr key={file.sha256}>
              <th scope="row" title={`SHA-256 ${file.sha256}`}>
                {file.name}
              </th>
              <td class="figure">{count(file.accepted)}</td>
              <td class="figure">{count(file.set_aside)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
