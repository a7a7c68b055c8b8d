import { useState } from "preact/hooks";
import { answered, api } from "../api";
import { dateTime, usd } from "../format";
import { useAsked } from "../kit/asked";
import { FailureNotice } from "../kit/Notice";
import { Scroll } from "../kit/Scroll";
import { stoneName } from "../stone/name";

/** What has been sent to the next training, and what a model has learned from already. */
export function Sent({ again }: { again: number }) {
  const [used, setUsed] = useState(false);
  const asked = useAsked(`${used} ${again}`, (signal) => answered(api.GET("/v1/appraisals", { params: { query: { used, limit: 100 } }, signal })));
  const sent = (asked.answer?.data ?? []).toReversed();
  return (
    <section>
      <div class="tools">
        <h2>Sent</h2>
        <label>
          <select value={String(used)} onChange={(event) => setUsed(event.currentTarget.value === "true")} aria-label="Which appraisals">
            <option value="false">Wait for the next training</option>
            <option value="true">A model has learned from them</option>
          </select>
        </label>
      </div>
      {asked.failure && <FailureNotice failure={asked.failure} />}
      {asked.answer && sent.length === 0 && <p class="empty">None.</p>}
      {sent.length > 0 && (
        <Scroll label="Sent appraisals">
          <table>
            <thead>
              <tr>
                <th scope="col">Sent</th>
                <th scope="col">Stone</th>
                <th scope="col" class="figure">
                  Price
                </th>
                {used && <th scope="col">Learned by</th>}
              </tr>
            </thead>
            <tbody>
              {sent.map((appraisal) => (
                <tr key={appraisal.id}>
                  <td>{dateTime(appraisal.created_at)}</td>
                  <th scope="row">
                    {stoneName(appraisal.stone)}
                  </th>
                  <td class="figure">{usd(appraisal.price)}</td>
                  {used && <td>version {appraisal.used_by}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
