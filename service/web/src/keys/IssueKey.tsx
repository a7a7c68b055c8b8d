import { useState } from "preact/hooks";
import { answered, api, type Schemas } from "../api";
import { useAct } from "../kit/act";
import { Checks } from "../kit/Checks";
import { Field } from "../kit/Field";
import { FailureNotice } from "../kit/Notice";

type Order = Schemas["KeyOrder"];

const scopes = ["estimates", "valuations", "appraisals", "collection", "metrics", "admin"];
const plans = { sandbox: "Sandbox: 2,000 a day, costs nothing", standard: "Standard: 100,000 a day", business: "Business: 100 million a day", house: "House: our own people" };

export function IssueKey({ onMade }: { onMade: (key: Schemas["Key"]) => void }) {
  const [business, setBusiness] = useState("");
  const [name, setName] = useState("");
  const [opens, setOpens] = useState<string[]>(["estimates", "valuations"]);
  const [plan, setPlan] = useState<keyof typeof plans>("standard");
  const [until, setUntil] = useState("");
  const { pending, failure, act } = useAct();

  const issue = (event: Event) => {
    event.preventDefault();
    void act(async () => {
      const order = { name, business, scopes: opens as Order["scopes"], plan, ...(until && { expires_at: new Date(`${until}T00:00:00Z`).toISOString() }) };
      onMade(await answered(api.POST("/v1/keys", { body: order })));
      setName("");
    });
  };

  const problems = failure?.byPointer ?? new Map<string, string>();
  return (
    <form class="stacked" onSubmit={issue}>
      <Field label="Business" inputMode="text" value={business} problem={problems.get("/business")} onInput={setBusiness} />
      <Field label="What it is for" inputMode="text" value={name} problem={problems.get("/name")} onInput={setName} />
      <Checks label="Opens" names={scopes} chosen={opens} onChange={setOpens} />
      <label>
        Plan
        <select value={plan} onChange={(event) => setPlan(event.currentTarget.value as keyof typeof plans)}>
          {Object.entries(plans).map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <label>
        Until (UTC; may stay empty)
        <input type="date" value={until} onInput={(event) => setUntil(event.currentTarget.value)} />
      </label>
      {failure && problems.size === 0 && <FailureNotice failure={failure} />}
      <button type="submit" class="primary" disabled={pending}>
        Issue
      </button>
    </form>
  );
}
