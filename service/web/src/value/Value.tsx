import { useLocation } from "preact-iso/router";
import { useState } from "preact/hooks";
import { answered, api } from "../api";
import { useAct } from "../kit/act";
import { Field } from "../kit/Field";
import { FailureNotice, Notice } from "../kit/Notice";
import { useIdempotencyKey } from "../kit/once";
import { Answer } from "../price/Answer";
import { useExplained } from "../price/explained";
import { PriceNow } from "../price/PriceNow";
import { Page } from "../shell/Page";
import { fromQuery, query, start, stoneOf, type Draft } from "../stone/draft";
import { StoneForm } from "../stone/StoneForm";

/** Value a stone: the estimate lives while one types; saving makes a valuation of it. */
export default function Value() {
  const location = useLocation();
  const [draft, setDraft] = useState<Draft>(() => fromQuery(location.query) ?? start);
  const [reference, setReference] = useState("");
  const saving = useAct();
  const key = useIdempotencyKey(JSON.stringify([draft, reference]));
  const read = stoneOf(draft);
  const stone = read instanceof Map ? undefined : read;
  const estimate = useExplained(stone, { rest: 200 });
  const problems = read instanceof Map ? read : (estimate.failure?.byPointer ?? new Map<string, string>());
  const elsewhere = estimate.failure && problems.size === 0 ? estimate.failure : undefined;

  const change = (next: Draft) => {
    setDraft(next);
    history.replaceState(null, "", `/app/?${query(next)}`);
  };

  const save = () =>
    saving.act(async () => {
      if (!stone) return;
      const body = reference.trim() ? { ...stone, client_reference: reference.trim() } : stone;
      const made = await answered(api.POST("/v1/valuations", { body, params: { header: { "Idempotency-Key": key } } }));
      location.route(`/app/valuations/${made.id}`);
    });

  return (
    <Page title="Value a stone">
      <div class="workbench">
        <section class="card bench">
          {estimate.answer && problems.size === 0 && <PriceNow price={estimate.answer.price} failure={estimate.failure} />}
          <StoneForm draft={draft} problems={problems} onChange={change} />
          <div class="save">
            <Field label="Your name for it" inputMode="text" maxLength={200} value={reference} hint="Such as “tray 4, stone 12”; may stay empty" onInput={setReference} />
            <div class="buttons">
              <button type="button" class="primary" disabled={saving.pending || !stone || estimate.failure !== undefined} onClick={save}>
                {saving.pending ? "Saving…" : "Save valuation"}
              </button>
              {stone && (
                <a class="button" href={`/app/what-if?${query(draft)}`}>
                  What if…
                </a>
              )}
            </div>
            {saving.failure && <FailureNotice failure={saving.failure} />}
          </div>
        </section>
        <section class="card result">
          {elsewhere && <FailureNotice failure={elsewhere} />}
          {problems.size > 0 && <Notice kind="warning">No price for this: {problems.size === 1 ? "one thing" : `${problems.size} things`} in the form can't be.</Notice>}
          {estimate.answer ? (
            <div class={problems.size > 0 || elsewhere ? "stale" : ""} inert={problems.size > 0 || elsewhere !== undefined}>
              <Answer answer={estimate.answer} pending={estimate.pending} />
            </div>
          ) : (
            !estimate.failure && <div class="waiting" aria-busy="true" />
          )}
        </section>
      </div>
    </Page>
  );
}
