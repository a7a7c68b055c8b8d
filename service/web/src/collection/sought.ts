import type { paths } from "../../target/api";

type Query = NonNullable<paths["/v1/collection"]["get"]["parameters"]["query"]>;

/** Which stones of the collection are looked for, in what order, from where on. */
export interface Sought {
  number: string;
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

export const everything: Sought = { number: "", cut: [], color: [], clarity: [], caratMin: "", caratMax: "", appraised: "", verdict: "any", sort: "number", offset: 0 };

/** The filters as the API takes them. */
export function filters(sought: Sought) {
  const weight = (text: string) => (Number(text.replace(",", ".")) > 0 ? { value: Number(text.replace(",", ".")) } : undefined);
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
