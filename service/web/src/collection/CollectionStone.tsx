import { useRoute } from "preact-iso/router";
import { answered, api, type Schemas } from "../api";
import { percentChange, usd, usdChange } from "../format";
import { useAsked } from "../kit/asked";
import { Figure } from "../kit/Figure";
import { FailureNotice } from "../kit/Notice";
import { Answer } from "../price/Answer";
import { useExplained } from "../price/explained";
import { Page } from "../shell/Page";
import { draftOf, query } from "../stone/draft";
import { Facts } from "../stone/Facts";
import { stoneName } from "../stone/name";

/** A stone of the house: what the expert says, what the model says, and why. */
export default function CollectionStone() {
  const { number } = useRoute().params as { number: string };
  const asked = useAsked(number, (signal) => answered(api.GET("/v1/collection/{number}", { params: { path: { number: Number(number) } }, signal })));
  const piece = asked.answer;
  if (asked.failure) {
    return (
      <Page title={`Stone ${number}`}>
        <FailureNotice failure={asked.failure} />
      </Page>
    );
  }
  if (!piece) return <Page title={`Stone ${number}`}>{null}</Page>;
  const { stone } = piece;
  return (
    <Page title={`Stone ${piece.number}`} lead={stoneName(stone)}>
      <div class="workbench">
        <aside class="card bench">
          <dl class="figures narrow">
            <Figure label="The expert says" value={piece.appraised === undefined ? "Not priced yet" : usd(piece.appraised)} note={verdict(piece)} />
          </dl>
          <dl class="facts">
            <Facts stone={stone} />
          </dl>
          <div class="buttons">
            <a class="button primary" href={`/app/?${query(draftOf(stone))}`}>
              Value it
            </a>
            <a class="button" href={`/app/what-if?${query(draftOf(stone))}`}>
              What if…
            </a>
          </div>
        </aside>
        <section class="card result">
          <Explained stone={stone} />
        </section>
      </div>
    </Page>
  );
}

function Explained({ stone }: { stone: Schemas["Stone"] }) {
  const asked = useExplained(stone);
  if (asked.failure) return <FailureNotice failure={asked.failure} />;
  return asked.answer ? <Answer answer={asked.answer} /> : <div class="waiting" aria-busy="true" />;
}

function verdict({ difference }: Schemas["CollectionStone"]): string {
  if (!difference) return "Nobody has priced it.";
  const where = { above: "above the model's range", within: "within the model's range", below: "below the model's range" }[difference.verdict];
  return `${usdChange(difference.usd)} (${percentChange(difference.percent / 100)}) against the model: ${where}`;
}
