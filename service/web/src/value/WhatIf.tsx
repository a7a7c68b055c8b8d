import { useLocation } from "preact-iso/router";
import { useState } from "preact/hooks";
import { percentChange, usd, usdChange } from "../format";
import { FailureNotice } from "../kit/Notice";
import { Segments } from "../kit/Segments";
import { Slider } from "../kit/Slider";
import { useExplained } from "../price/explained";
import { Ladder } from "../price/Ladder";
import { PriceHead } from "../price/PriceHead";
import { PriceNow } from "../price/PriceNow";
import { Page } from "../shell/Page";
import { changed, fromQuery, number, query, start, stoneOf, unmeasured, type Draft, type GradeName, type Measure } from "../stone/draft";
import { heightOf } from "../stone/geometry";
import { clarities, colors, cuts, magicWeights } from "../stone/grades";
import { stoneName } from "../stone/name";

/** One stone held fast, another moved away from it, and what that does to the price. */
export default function WhatIf() {
  const { query: asked } = useLocation();
  const [pinned, setPinned] = useState<Draft>(() => fromQuery(asked) ?? start);
  const [draft, setDraft] = useState<Draft>(pinned);
  const before = useExplained(stone(pinned));
  const now = useExplained(stone(draft), { every: 100 });
  const move = (next: Draft) => {
    setDraft(next);
    history.replaceState(null, "", `/app/what-if?${query(next)}`);
  };
  const set = (name: Measure | GradeName) => (value: string) => move(changed(draft, name, value));
  // A measured stone that grows or shrinks would no longer be one; it keeps its shape instead.
  const weigh = (value: string) => move(draft.measured ? scaled(pinned, draft, value) : unmeasured({ ...draft, carat: value }));
  const failure = now.failure ?? before.failure;
  const difference = now.answer && before.answer ? now.answer.price - before.answer.price : undefined;
  return (
    <Page title="What if">
      <div class="workbench">
        <section class="card bench">
          {now.answer && <PriceNow price={now.answer.price} difference={difference} failure={failure} />}
          <p class="hint">
            Held fast: {stoneName({ ...pinned, carat: number(pinned.carat) })}
            {before.answer && `, ${usd(before.answer.price)}`}
          </p>
          <Slider label="Weight" unit="ct" min={Math.min(0.2, number(pinned.carat))} max={Math.max(5, number(pinned.carat))} step={0.01} value={number(draft.carat)} marks={magicWeights} onInput={(value) => weigh(value.toFixed(2))} />
          <Segments label="Cut" grades={cuts} value={draft.cut} onChange={set("cut")} />
          <Segments label="Color" grades={colors} value={draft.color} onChange={set("color")} />
          <Segments label="Clarity" grades={clarities} value={draft.clarity} onChange={set("clarity")} />
          <Slider label="Depth" unit="%" min={Math.min(55, number(pinned.depth))} max={Math.max(70, number(pinned.depth))} step={0.1} value={number(draft.depth)} onInput={(value) => set("depth")(value.toFixed(1))} />
          <Slider label="Table" unit="%" min={Math.min(50, number(pinned.table))} max={Math.max(70, number(pinned.table))} step={0.5} value={number(draft.table)} onInput={(value) => set("table")(value.toFixed(1))} />
          <div class="buttons">
            <button type="button" onClick={() => move(pinned)}>
              Start again
            </button>
            <button type="button" onClick={() => setPinned(draft)}>
              Hold this one fast
            </button>
            <a class="button" href={`/app/?${query(draft)}`}>
              Value it
            </a>
          </div>
        </section>
        <section class="card result">
          {failure && <FailureNotice failure={failure} />}
          {now.answer && (
            <div class={failure ? "stale" : ""} inert={failure !== undefined}>
              <PriceHead price={now.answer.price} perCarat={now.answer.price_per_carat} range={now.answer.range} caveats={now.answer.caveats} />
              {difference !== undefined && before.answer && (
                <p class={`difference ${difference < 0 ? "minus" : "plus"}`}>
                  {usdChange(difference)} <small>{percentChange(difference / before.answer.price)} against the one held fast</small>
                </p>
              )}
              <Ladder reference={now.answer.reference} reasons={now.answer.reasons} price={now.answer.price} />
            </div>
          )}
        </section>
      </div>
    </Page>
  );
}

function stone(draft: Draft) {
  const read = stoneOf(draft);
  return read instanceof Map ? undefined : read;
}

/** As `pinned` would be at another weight, but for the depth that `draft` has by now. */
function scaled(pinned: Draft, draft: Draft, carat: string): Draft {
  const growth = Math.cbrt(number(carat) / number(pinned.carat));
  const [x, y, z] = [pinned.x, pinned.y, pinned.z].map((side) => (number(side) * growth).toFixed(2)) as [string, string, string];
  const sameDepth = draft.depth === pinned.depth;
  return { ...draft, carat, x, y, z: sameDepth ? z : String(heightOf(number(x), number(y), number(draft.depth))) };
}
