import { answered, api, type Schemas, type Stone } from "../api";

/** Everything that a valuation says, of a stone that isn't kept. */
export type Explained = Schemas["ReasonedEstimate"];

/** The champion's price of a stone with its reasons; nothing is stored. */
export function explain(stone: Stone, signal: AbortSignal): Promise<Explained> {
  return answered(api.POST("/v1/estimates", { params: { query: { detail: "full" } }, body: stone, signal })) as Promise<Explained>;
}
