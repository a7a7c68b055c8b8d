import type { paths } from "../../target/api";
import type { Stone } from "../api";
import { clarities, colors, cuts, type Grade } from "../stone/grades";

type Query = NonNullable<paths["/v1/collection"]["get"]["parameters"]["query"]>;

/** Which stones of the collection are looked for, in what order, from where on. */
export interface Sought {
  cut: string[];
  color: string[];
  clarity: string[];
  caratMin: string;
  caratMax: string;
  appraised: "" | "true" | "false";
  verdict: "any" | "above" | "within" | "below";
  sort: NonNullable<Query["sort"]>;
  offset: number;
}

export const PAGE = 50;

export const everything: Sought = { cut: [], color: [], clarity: [], caratMin: "", caratMax: "", appraised: "", verdict: "any", sort: "number", offset: 0 };

/** The filters as the API takes them. */
export function filters(sought: Sought) {
  const weight = (text: string) => (isWeight(text) ? { value: Number(text.replace(",", ".")) } : undefined);
  const min = weight(sought.caratMin);
  const max = weight(sought.caratMax);
  return {
    ...(sought.cut.length > 0 && { cut: sought.cut as Stone["cut"][] }),
    ...(sought.color.length > 0 && { color: sought.color as Stone["color"][] }),
    ...(sought.clarity.length > 0 && { clarity: sought.clarity as Stone["clarity"][] }),
    ...(min && { carat_min: min.value }),
    ...(max && { carat_max: max.value }),
    ...(sought.appraised && { appraised: sought.appraised === "true" }),
    ...(sought.verdict !== "any" && { verdict: sought.verdict }),
  };
}

const isWeight = (text: string): boolean => Number(text.replace(",", ".")) > 0;

/** Whether `text` is no weight though something stands there. */
export const isNoWeight = (text: string): boolean => text.trim() !== "" && !isWeight(text);

/** What was typed into the search: a number in the books, or what to filter by, and the words that say neither. */
export interface Found {
  number?: number;
  filters: Partial<Sought>;
  unknown: string[];
}

/** `4711`, or what a jeweller calls a stone: `1.01 ct ideal G VS1`, `0.9-1.1 VG D-F VVS`, `over 2 ct`. */
export function understood(text: string): Found {
  const whole = text.trim().replace(/^(?:no\.?|#)\s*/i, "");
  if (/^\d+$/.test(whole)) return { number: Number(whole), filters: {}, unknown: [] };
  const filters = { cut: [] as string[], color: [] as string[], clarity: [] as string[], caratMin: "", caratMax: "" };
  const unknown: string[] = [];
  for (const word of words(whole)) {
    const weights = weightsOf(word);
    const graded = lists.map(([name, grades]) => ({ name, is: gradesOf(word, grades) })).find(({ is }) => is.length > 0);
    if (weights) Object.assign(filters, weights);
    else if (graded) filters[graded.name].push(...graded.is);
    else unknown.push(word);
  }
  return { filters, unknown };
}

function words(text: string): string[] {
  return text
    .replace(/very\s+good|\bvg\b/gi, "Very·Good")
    .replace(/\b(?:cut|colou?r|clarity)\b/gi, " ")
    .replace(/(?<=[\d\s])(?:ct|carats?)\b\.?/gi, " ")
    .replace(/\b(?:over|from|above)\s+|[>≥]=?\s*/gi, " >")
    .replace(/\b(?:under|below|up to|to)\s+|[<≤]=?\s*/gi, " <")
    .replace(/\s*[-–]\s*/g, "-")
    .split(/[\s;/]+|,(?!\d)|(?<!\d),/)
    .filter(Boolean);
}

function weightsOf(word: string): Pick<Sought, "caratMin" | "caratMax"> | Partial<Sought> | undefined {
  const [, bound, from = "", to] = /^([<>]?)([\d.,]+)(?:-([\d.,]+))?$/.exec(word) ?? [];
  if (!isWeight(from) || (to !== undefined && (bound || !isWeight(to)))) return undefined;
  if (bound) return bound === ">" ? { caratMin: from } : { caratMax: from };
  return { caratMin: from, caratMax: to ?? from };
}

const lists: ["cut" | "color" | "clarity", Grade[]][] = [
  ["cut", cuts],
  ["color", colors],
  ["clarity", clarities],
];

/** One grade, those from one to another (`D-F`), or those that begin alike (`VVS`). */
function gradesOf(word: string, grades: Grade[]): string[] {
  const names = grades.map((grade) => grade.name);
  const place = (text: string) => names.findIndex((name) => name.toLowerCase() === text.replace("·", " ").toLowerCase());
  const [from, to, more] = word.split("-");
  const one = place(from!);
  if (to === undefined) return one >= 0 ? [names[one]!] : /^(?:vvs|vs|si)$/i.test(word) ? names.filter((name) => name.toLowerCase().replace(/\d$/, "") === word.toLowerCase()) : [];
  const other = place(to);
  if (more !== undefined || one < 0 || other < 0) return [];
  return names.slice(Math.min(one, other), Math.max(one, other) + 1);
}

/** The whole search as the part of an address after the question mark, and back. */
export function toQuery(sought: Sought): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(sought)) {
    const text = Array.isArray(value) ? value.join(" ").replaceAll("Very Good", "Very-Good") : String(value);
    if (text !== String(everything[name as keyof Sought])) query.set(name, text);
  }
  return query.toString();
}

export function fromQuery(query: Record<string, string>): Sought {
  const many = (name: string) => (query[name] ? query[name].split(" ").map((text) => text.replace("-", " ")) : []);
  return {
    ...everything,
    ...(query as Partial<Sought>),
    cut: many("cut"),
    color: many("color"),
    clarity: many("clarity"),
    offset: Number(query["offset"] ?? 0) || 0,
  };
}
