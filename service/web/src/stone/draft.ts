import type { Stone } from "../api";
import { depthOf, heightOf, usualProportions } from "./geometry";

/** A stone as it is being typed. */
export interface Draft {
  carat: string;
  cut: string;
  color: string;
  clarity: string;
  depth: string;
  table: string;
  x: string;
  y: string;
  z: string;
  /** Whether somebody has measured it; else its proportions are the usual ones of its weight and cut. */
  measured: boolean;
}

export type Measure = "carat" | "depth" | "table" | "x" | "y" | "z";
export type GradeName = "cut" | "color" | "clarity";

export const start: Draft = unmeasured({ carat: "0.70", cut: "Ideal", color: "F", clarity: "VS1" });

/** A number as people type it, with a comma or a point; NaN where it is none. */
export function number(text: string): number {
  const plain = text.trim().replace(",", ".");
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
}

/** The draft after `value` was entered, with what follows from it. */
export function changed(draft: Draft, name: Measure | GradeName, value: string): Draft {
  const next = { ...draft, [name]: value };
  if (name === "color" || name === "clarity") return next;
  if (name === "carat" || name === "cut") return draft.measured ? next : unmeasured(next);
  next.measured = true;
  const [depth, x, y, z] = [next.depth, next.x, next.y, next.z].map(number) as [number, number, number, number];
  if (name === "depth" && x + y > 0 && depth > 0) next.z = String(heightOf(x, y, depth));
  if ((name === "x" || name === "y" || name === "z") && x > 0 && y > 0 && z > 0) next.depth = String(depthOf(x, y, z));
  return next;
}

/** The same weight and grades with the usual proportions. */
export function unmeasured(draft: Pick<Draft, "carat" | GradeName>): Draft {
  const { carat, cut, color, clarity } = draft;
  const weight = number(carat);
  const { depth, table, x, y, z } = usualProportions(weight > 0 ? weight : 0.7, cut);
  return { carat, cut, color, clarity, depth: String(depth), table: String(table), x: String(x), y: String(y), z: String(z), measured: false };
}

/** The stone, or what keeps it from being one, by field. */
export function stoneOf(draft: Draft): Stone | Map<string, string> {
  const missing = new Map<string, string>();
  const read = (name: Measure): number => {
    const value = number(draft[name]);
    if (Number.isNaN(value)) missing.set(`/${name}`, draft[name].trim() === "" ? "is missing" : "is not a number");
    return value;
  };
  const { cut, color, clarity } = draft as Pick<Stone, GradeName>;
  const stone = { carat: read("carat"), cut, color, clarity, depth: read("depth"), table: read("table"), x: read("x"), y: read("y"), z: read("z") };
  return missing.size > 0 ? missing : stone;
}

export function draftOf(stone: Stone): Draft {
  const { carat, cut, color, clarity, depth, table, x, y, z } = stone;
  return { carat: String(carat), cut, color, clarity, depth: String(depth), table: String(table), x: String(x), y: String(y), z: String(z), measured: true };
}

const names = ["carat", "cut", "color", "clarity", "depth", "table", "x", "y", "z"] as const;

/** The stone as the part of an address after the question mark, and back. */
export function query(draft: Draft): string {
  const shown = draft.measured ? names : names.slice(0, 4);
  return new URLSearchParams(shown.map((name) => [name, draft[name]])).toString();
}

export function fromQuery(text: Record<string, string>): Draft | undefined {
  const carat = text["carat"] ?? "";
  if (!(number(carat) > 0)) return undefined;
  const draft = unmeasured({ carat, cut: text["cut"] ?? start.cut, color: text["color"] ?? start.color, clarity: text["clarity"] ?? start.clarity });
  if (!text["x"]) return draft;
  for (const name of names) draft[name] = text[name] ?? draft[name];
  return { ...draft, measured: true };
}
