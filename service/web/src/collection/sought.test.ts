import assert from "node:assert/strict";
import { test } from "node:test";
import { everything, filters, fromQuery, toQuery, type Sought } from "./sought";

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
