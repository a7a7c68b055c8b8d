import type { Schemas } from "../api";

export type FactorName = Schemas["Reason"]["factor"];

/** What people call the nine factors. */
export const factorNames: Record<FactorName, string> = {
  carat: "Weight",
  color: "Color",
  clarity: "Clarity",
  cut: "Cut",
  depth: "Depth",
  table: "Table",
  spread: "Spread",
  roundness: "Roundness",
  height: "Height",
};
