import { answered, api, type Schemas, type Stone } from "../api";
import { useAsked, type Asked, type Pace } from "../kit/asked";

/** Everything that a valuation says, of a stone that isn't kept. */
export type Explained = Schemas["ReasonedEstimate"];

/** The champion's price of `stone` with its reasons; nothing is stored. */
export function useExplained(stone: Stone | undefined, pace?: Pace): Asked<Explained> {
  return useAsked(stone && JSON.stringify(stone), (signal) => answered(api.POST("/v1/estimates", { params: { query: { detail: "full" } }, body: stone!, signal })) as Promise<Explained>, pace);
}
