// What the trade's grades mean, worst first as everywhere in Facet.

export interface Grade {
  name: string;
  meaning: string;
}

export const cuts: Grade[] = [
  { name: "Fair", meaning: "Much light leaks out below; heavy for its width" },
  { name: "Good", meaning: "Bright, with some light lost" },
  { name: "Very Good", meaning: "Bright; the eye hardly tells it from the best" },
  { name: "Premium", meaning: "Very bright, sometimes kept a little heavy or wide" },
  { name: "Ideal", meaning: "Proportions that give back nearly all light" },
];

export const colors: Grade[] = [
  { name: "J", meaning: "Faint warmth that shows in white metal" },
  { name: "I", meaning: "Slight warmth, seen beside better stones" },
  { name: "H", meaning: "Near colorless; warmth only from the side" },
  { name: "G", meaning: "Near colorless; white when set" },
  { name: "F", meaning: "Colorless; a grader sees a trace" },
  { name: "E", meaning: "Colorless" },
  { name: "D", meaning: "Colorless, the rarest" },
];

export const clarities: Grade[] = [
  { name: "I1", meaning: "Inclusions that the bare eye sees" },
  { name: "SI2", meaning: "Inclusions seen at once at 10×, now and then by the eye" },
  { name: "SI1", meaning: "Inclusions easily seen at 10×" },
  { name: "VS2", meaning: "Minor inclusions, seen at 10×" },
  { name: "VS1", meaning: "Minor inclusions, hard to see at 10×" },
  { name: "VVS2", meaning: "Minute inclusions, very hard to see at 10×" },
  { name: "VVS1", meaning: "Minute inclusions, hardly ever found at 10×" },
  { name: "IF", meaning: "Internally flawless at 10×" },
];

/** Weights in ct from which on the trade pays more a carat, as the service knows them. */
export const magicWeights = [0.3, 0.4, 0.5, 0.7, 0.9, 1, 1.5, 2, 3, 4, 5];
