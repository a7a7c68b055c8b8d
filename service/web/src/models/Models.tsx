import { answered, api } from "../api";
import { dateTime } from "../format";
import { useAsked } from "../kit/asked";
import { FailureNotice, Notice } from "../kit/Notice";
import { opens } from "../session/session";
import { Page } from "../shell/Page";
import { Calibration } from "./Calibration";
import { Champion } from "./Champion";
import { Drift } from "./Drift";
import { Versions } from "./Versions";

/** The champion, what it learned from, how well its ranges hold, and how each version did. */
export default function Models() {
  const current = useAsked("current", async (signal) => {
    const { version } = await answered(api.GET("/v1/models/current", { signal }));
    return answered(api.GET("/v1/models/{version}", { params: { path: { version } }, signal }));
  });
  const history = useAsked("history", (signal) => answered(api.GET("/v1/models", { signal })));
  const versions = history.answer?.data ?? [];
  const promotions = history.answer?.promotions ?? [];
  return (
    <Page title="Models" lead="Which model answers, what it learned from, and how well it did on stones it had not seen.">
      {current.failure && <FailureNotice failure={current.failure} />}
      {!current.answer && !current.failure && <div class="card waiting" aria-busy="true" />}
      {current.answer && <Champion model={current.answer} />}
      {current.answer?.calibration && <Calibration calibration={current.answer.calibration} />}
      {opens("metrics") && <Drift />}
      {history.failure && <FailureNotice failure={history.failure} />}
      {history.answer?.trouble && <Notice kind="warning">{history.answer.trouble}</Notice>}
      {versions.length > 0 && <Versions versions={versions} />}
      {promotions.length > 0 && (
        <section class="card">
          <h2 class="first">Who became champion, and why</h2>
          <ol class="log">
            {promotions.map((promotion) => (
              <li key={promotion.at}>
                <strong>
                  Version {promotion.version}
                  {promotion.former && ` after ${promotion.former}`}
                </strong>{" "}
                <small>
                  {dateTime(promotion.at)}, by {promotion.by}
                </small>
                <p>{promotion.reason}</p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </Page>
  );
}
