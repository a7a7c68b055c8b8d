import { useState } from "preact/hooks";
import { answered, api, type Schemas } from "../api";
import { dateTime, usd } from "../format";
import { useAsked } from "../kit/asked";
import { FailureNotice } from "../kit/Notice";
import { Scroll } from "../kit/Scroll";
import { Page } from "../shell/Page";
import { stoneName } from "../stone/name";

/** The valuations of the house, newest first. */
export default function History() {
  const [cursors, setCursors] = useState<string[]>([]);
  const [reference, setReference] = useState("");
  const cursor = cursors.at(-1);
  const query = { limit: 25, ...(cursor && { cursor }), ...(reference && { client_reference: reference }) };
  const asked = useAsked(JSON.stringify(query), (signal) => answered(api.GET("/v1/valuations", { params: { query }, signal })), { rest: 150 });
  const find = (text: string) => {
    setCursors([]);
    setReference(text.trim());
  };
  const next = asked.answer?.next_cursor;
  return (
    <Page title="History" lead="Every valuation stays as it was made, with the model that made it.">
      <section class="card" aria-busy={asked.pending}>
        <div class="tools">
          <label>
            Named exactly <input type="search" placeholder="tray 4, stone 12" onInput={(event) => find(event.currentTarget.value)} />
          </label>
          <a class="button" href="/v1/valuations/export" download>
            All as CSV
          </a>
        </div>
        {asked.failure && <FailureNotice failure={asked.failure} />}
        {asked.answer && <Valuations valuations={asked.answer.data} named={reference} />}
        <div class="pager">
          <button type="button" disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>
            Newer
          </button>
          <button type="button" disabled={!next} onClick={() => next && setCursors([...cursors, next])}>
            Older
          </button>
        </div>
      </section>
    </Page>
  );
}

function Valuations({ valuations, named }: { valuations: Schemas["Valuation"][]; named: string }) {
  if (valuations.length === 0) return <p class="empty">{named ? `No valuation is named “${named}”; the whole name is looked for.` : "Nothing here. A valuation that you save appears in this list."}</p>;
  return (
    <Scroll label="Valuations">
      <table>
        <thead>
          <tr>
            <th scope="col">Made</th>
            <th scope="col">Stone</th>
            <th scope="col">Named</th>
            <th scope="col" class="figure">
              Price
            </th>
            <th scope="col">Model</th>
          </tr>
        </thead>
        <tbody>
          {valuations.map(({ id, created_at, stone, client_reference, price, model }) => (
            <tr key={id}>
              <td>{dateTime(created_at)}</td>
              <th scope="row">
                <a href={`/app/valuations/${id}`}>
                  {stoneName(stone)}
                </a>
              </th>
              <td>{client_reference}</td>
              <td class="figure">{usd(price)}</td>
              <td>{model.version}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
