// The shape of a round brilliant: how weight, width and height hang together.

/** Carats a mm³ of x·y·z: the median of the appraised stones. */
const DENSITY = 0.006115;

/** Length over width of an ordinary stone, y/x: the median too. None is quite round. */
const ROUNDNESS = 1.004;

/** Usual depth and table in % for each cut: medians of the appraised stones. */
const usual: Record<string, { depth: number; table: number }> = {
  Fair: { depth: 64.8, table: 58 },
  Good: { depth: 63.3, table: 58 },
  "Very Good": { depth: 62.1, table: 58 },
  Premium: { depth: 61.4, table: 59 },
  Ideal: { depth: 61.8, table: 56 },
};

export interface Proportions {
  depth: number;
  table: number;
  x: number;
  y: number;
  z: number;
}

/** What a round stone of this weight and cut usually measures. */
export function usualProportions(carat: number, cut: string): Proportions {
  const { depth, table } = usual[cut] ?? { depth: 61.8, table: 57 };
  const diameter = Math.cbrt(carat / (DENSITY * (depth / 100)));
  const x = hundredth(diameter / Math.sqrt(ROUNDNESS));
  return { depth, table, x, y: hundredth(x * ROUNDNESS), z: hundredth((diameter * depth) / 100) };
}

/** Total depth in % of the mean diameter. */
export const depthOf = (x: number, y: number, z: number): number => tenth((200 * z) / (x + y));

/** Height in mm at a depth in %. */
export const heightOf = (x: number, y: number, depth: number): number => hundredth((depth * (x + y)) / 200);

const tenth = (value: number): number => Math.round(value * 10) / 10;
const hundredth = (value: number): number => Math.round(value * 100) / 100;
