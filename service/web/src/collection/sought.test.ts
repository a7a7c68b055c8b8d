import assert from "node:assert/strict";
import { test } from "node:test";
import { everything, filters, fromQuery, isNoWeight, toQuery, understood, type Sought } from "./sought";

const some: Sought = { ...everything, cut: ["Very Good", "Ideal"], color: ["D"], caratMin: "0,7", appraised: "true", verdict: "above", sort: "-difference_percent", offset: 50 };

test("an address says the search again", () => {
  for (const sought of [everything, some]) assert.deepEqual(fromQuery(Object.fromEntries(new URLSearchParams(toQuery(sought)))), sought);
});

test("the whole collection needs no address", () => {
  assert.equal(toQuery(everything), "");
  assert.deepEqual(filters(everything), {});
});

test("filters are as the API takes them, and half-typed weights are left out", () => {
  assert.deepEqual(filters(some), { cut: ["Very Good", "Ideal"], color: ["D"], carat_min: 0.7, appraised: true, verdict: "above" });
  assert.deepEqual(filters({ ...everything, caratMin: "abc", caratMax: "0" }), {});
});

test("a number is one in the books", () => {
  for (const text of ["4711", " no. 4711", "#4711"]) assert.equal(understood(text).number, 4711);
});

test("a stone is looked for as a jeweller calls it", () => {
  const none = { cut: [], color: [], clarity: [], caratMin: "", caratMax: "" };
  assert.deepEqual(understood("1.01 ct ideal g vs1"), { filters: { ...none, cut: ["Ideal"], color: ["G"], clarity: ["VS1"], caratMin: "1.01", caratMax: "1.01" }, unknown: [] });
  assert.deepEqual(understood("E, F very good 0,9 – 1,1ct"), { filters: { ...none, cut: ["Very Good"], color: ["E", "F"], caratMin: "0,9", caratMax: "1,1" }, unknown: [] });
});

test("grades and weights come in ranges, and as the trade shortens them", () => {
  const filters = (text: string) => understood(text).filters;
  assert.deepEqual(filters("D-F").color, ["F", "E", "D"]);
  assert.deepEqual(filters("VVS").clarity, ["VVS2", "VVS1"]);
  assert.deepEqual(filters("VS1-IF").clarity, ["VS1", "VVS2", "VVS1", "IF"]);
  assert.deepEqual(filters("VG").cut, ["Very Good"]);
  assert.deepEqual(filters("very good - ideal cut").cut, ["Very Good", "Premium", "Ideal"]);
  assert.deepEqual(filters("Ideal,G,VS1").clarity, ["VS1"]);
  assert.equal(filters("over 2 carats").caratMin, "2");
  assert.deepEqual([filters(">0.9 <1,1").caratMin, filters(">0.9 <1,1").caratMax], ["0.9", "1,1"]);
  for (const text of ["D-F", "VVS", "VS1-IF", "VG", "Ideal,G,VS1", "over 2 carats", ">0.9 <1,1", "1 carat ideal cut"]) assert.deepEqual(understood(text).unknown, [], text);
});

test("words that say nothing of a stone are named", () => {
  assert.deepEqual(understood("G round 1-2-3").unknown, ["round", "1-2-3"]);
});

test("something that is no weight is told from nothing", () => {
  assert.deepEqual(["", " ", "0,7", "abc", "-1", "0"].map(isNoWeight), [false, false, false, true, true, true]);
});
