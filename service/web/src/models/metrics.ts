import { decimal, percent, usd } from "../format";

/** What a model's figures mean; those that are not here are shown by the name that training gave them. */
export const metricNames: Record<string, string> = {
  mae_usd: "Off by, on average (mean absolute error)",
  mape_percent: "Off by in %, on average",
  median_ape_percent: "Off by in %, for the stone in the middle",
  rmse_usd: "Off by, large errors counting more (root mean square)",
  r2: "Share of the differences in price that it explains (R²)",
  within_10_percent: "Stones priced within 10 % of the expert",
  within_20_percent: "Stones priced within 20 % of the expert",
  coverage_percent: "Experts' prices within its ranges",
  range_width_percent: "Width of a range against its price",
  falls_on_grid: "Steps of the price list that fall where they should rise",
  falls_on_grid_percent: "Their share of all steps",
  falls_around_stones_percent: "The same around real stones",
};

export function written(name: string, value: number): string {
  if (name.endsWith("_usd")) return usd(value);
  return name.endsWith("_percent") ? percent(value / 100) : name === "r2" ? percent(value) : decimal(value);
}
