import { Comparables } from "./Comparables";
import type { Explained } from "./explained";
import { Ladder } from "./Ladder";
import { NearbyGrades } from "./NearbyGrades";
import { NotConsidered } from "./NotConsidered";
import { PriceHead } from "./PriceHead";

/** A price and all that speaks for it. */
export function Answer({ answer, pending }: { answer: Explained; pending?: boolean }) {
  return (
    <>
      <PriceHead price={answer.price} perCarat={answer.price_per_carat} range={answer.range} caveats={answer.caveats} pending={pending ?? false} />
      <Ladder reference={answer.reference} reasons={answer.reasons} price={answer.price} />
      <NearbyGrades stone={answer.stone} />
      <Comparables comparables={answer.comparables} />
      <NotConsidered what={answer.not_considered} />
      <p class="hint">By model version {answer.model.version}.</p>
    </>
  );
}
