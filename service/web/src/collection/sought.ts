import type { paths } from "../../target/api";
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
    ...(sought.cut.length > 0 && { cut: sought.cut }),
    ...(sought.color.length > 0 && { color: sought.color }),
    ...(sought.clarity.length > 0 && { clarity: sought.clarity }),
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

const grades: [keyof Sought & ("cut" | "color" | "clarity"), Grade[]][] = [
  ["cut", cuts],
  ["color", colors],
  ["clarity", clarities],
];

/** `4711`, or what a jeweller calls a stone: `1.01 ct ideal G VS1`, `0.9-1.1 very good E F`. */
export function understood(text: string): Found {
  const whole = text.trim().replace(/^(?:no\.?|#)\s*/i, "");
  if (/^\d+$/.test(whole)) return { number: Number(whole), filters: {}, unknown: [] };
  const found = { filters: { cut: [], color: [], clarity: [], caratMin: "", caratMax: "" } as Partial<Sought> & Record<"cut" | "color" | "clarity", string[]>, unknown: [] as string[] };
  const words = whole.replace(/very\s+good/gi, "Very-Good").replace(/\bct\b\.?|(?<=\d)ct\b/gi, " ").replace(/\s*[-–]\s*(?=\d)/g, "-").split(/[\s;/]+/).map((word) => word.replace(/[,.]$/, "")).filter(Boolean);
  for (const word of words) {
    const [from, to, more] = word.split("-");
    const grade = grades.flatMap(([name, of]) => of.filter((one) => one.name.toLowerCase() === word.replace("-", " ").toLowerCase()).map((one) => ({ name, is: one.name })))[0];
    if (grade) found.filters[grade.name].push(grade.is);
    else if (more === undefined && isWeight(from ?? "") && (to === undefined || isWeight(to))) Object.assign(found.filters, { caratMin: from, caratMax: to ?? from });
    else found.unknown.push(word);
  }
  return found;
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
