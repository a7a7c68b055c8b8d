import { useState } from "preact/hooks";
import { answered, api, type Schemas } from "../api";
import { date, dateTime } from "../format";
import { useAct } from "../kit/act";
import { useAsked } from "../kit/asked";
import { FailureNotice, Notice } from "../kit/Notice";
import { Scroll } from "../kit/Scroll";
import { opens } from "../session/session";
import { Page } from "../shell/Page";
import { IssueKey } from "./IssueKey";
import { Shown } from "./Shown";
import { Use } from "./Use";

type Key = Schemas["Key"];

/** Businesses, their keys, and what they ask. */
export default function Keys() {
  if (!opens("admin")) {
    return (
      <Page title="Keys and use">
        <Notice kind="problem">Your key doesn't open this page: it needs the scope admin.</Notice>
      </Page>
    );
  }
  return <Manage />;
}

function Manage() {
  const [turn, setTurn] = useState(0);
  const [shown, setShown] = useState<Key>();
  const asked = useAsked(`keys ${turn}`, (signal) => answered(api.GET("/v1/keys", { params: { query: { limit: 100 } }, signal })));
  const made = (key: Key) => {
    setShown(key);
    setTurn(turn + 1);
  };
  return (
    <Page title="Keys and use" lead="Who may ask, and what they ask.">
      {shown && <Shown made={shown} onClose={() => setShown(undefined)} />}
      <div class="workbench wide">
        <section class="card bench">
          <h2 class="first">A new key</h2>
          <IssueKey onMade={made} />
        </section>
        <section class="card result" aria-busy={asked.pending}>
          <h2 class="first">Keys</h2>
          {asked.failure && <FailureNotice failure={asked.failure} />}
          {asked.answer && <List keys={asked.answer.data} onMade={made} onRevoked={() => setTurn(turn + 1)} />}
          {asked.answer?.next_cursor && <p class="hint">The newest 100; ./facet keys lists all.</p>}
        </section>
      </div>
      <Use />
    </Page>
  );
}

function List(props: { keys: Key[]; onMade: (key: Key) => void; onRevoked: () => void }) {
  const { failure, act } = useAct();
  const rotate = (key: Key) =>
    act(async () => {
      if (confirm(`Make a new key in the place of “${key.name}”? The old one stays in force for 24 hours.`)) {
        props.onMade(await answered(api.POST("/v1/keys/{id}/rotate", { params: { path: { id: key.id } }, body: { overlap_hours: 24 } })));
      }
    });
  const revoke = (key: Key) =>
    act(async () => {
      if (confirm(`Revoke “${key.name}” of ${key.business}? It opens nothing from then on, and can't come back.`)) {
        await answered(api.DELETE("/v1/keys/{id}", { params: { path: { id: key.id } } }));
        props.onRevoked();
      }
    });
  return (
    <>
      {failure && <FailureNotice failure={failure} />}
      <Scroll label="Keys">
        <table>
          <thead>
            <tr>
              <th scope="col">Key</th>
              <th scope="col">Business</th>
              <th scope="col">Opens</th>
              <th scope="col">Plan</th>
              <th scope="col">Last used</th>
              <th scope="col">
                <span class="away">What to do</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {props.keys.map((key) => (
              <tr key={key.id} class={key.state === "in_force" ? "" : "none"}>
                <th scope="row">
                  {key.name} <small class="block">made {date(key.created_at)}{key.expires_at && `, until ${date(key.expires_at)}`}</small>
                </th>
                <td>{key.business}</td>
                <td>{key.scopes.join(", ")}</td>
                <td>{key.plan}</td>
                <td>{key.last_used_at ? dateTime(key.last_used_at) : "never"}</td>
                <td class="acts">
                  {key.state === "in_force" ? (
                    <>
                      <button type="button" class="link" onClick={() => rotate(key)} aria-label={`Rotate ${key.name}`}>
                        Rotate
                      </button>{" "}
                      <button type="button" class="link" onClick={() => revoke(key)} aria-label={`Revoke ${key.name}`}>
                        Revoke
                      </button>
                    </>
                  ) : (
                    key.state
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
