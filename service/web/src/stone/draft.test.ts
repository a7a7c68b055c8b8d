import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, draftOf, fromQuery, number, query, start, stoneOf, unmeasured } from "./draft";
import { depthOf, heightOf, usualProportions } from "./geometry";

test("numbers are read as people type them", () => {
  assert.equal(number("0,72"), 0.72);
  assert.equal(number(" .72 "), 0.72);
  assert.equal(number("1."), 1);
  for (const text of ["", "abc", "1.2.3", "1e3", "Infinity"]) assert.ok(Number.isNaN(number(text)), text);
});

test("the usual proportions of every cut and weight are a possible diamond", () => {
  for (const cut of ["Fair", "Good", "Very Good", "Premium", "Ideal"]) {
    for (const carat of [0.2, 0.3, 0.7, 1, 2.01, 5]) {
      const { depth, x, y, z } = usualProportions(carat, cut);
      assert.ok(Math.abs(depthOf(x, y, z) - depth) < 0.5, `${carat} ${cut}: depth ${depth} and ${depthOf(x, y, z)}`);
      const density = carat / (x * y * z);
      assert.ok(density > 0.0058 && density < 0.0064, `${carat} ${cut}: ${density} ct a mm³`);
    }
  }
});

test("a stone that nobody has measured follows its weight and cut", () => {
  const heavier = changed(start, "carat", "1.00");
  assert.ok(Number(heavier.x) > Number(start.x));
  assert.equal(changed(start, "cut", "Fair").depth, "64.8");
  assert.equal(changed(start, "color", "D").x, start.x);
  assert.equal(heavier.measured, false);
});

test("a measured stone keeps its measures when its weight or cut is changed", () => {
  const measured = changed(start, "x", "5.75");
  assert.equal(measured.measured, true);
  assert.equal(changed(measured, "carat", "1").x, "5.75");
  assert.equal(changed(measured, "cut", "Fair").depth, measured.depth);
  assert.equal(unmeasured(measured).measured, false);
});

test("depth follows from x, y and z, and z from depth", () => {
  let draft = draftOf({ carat: 0.72, cut: "Ideal", color: "F", clarity: "VS1", depth: 61.5, table: 56, x: 5.75, y: 5.78, z: 3.55 });
  draft = changed(draft, "z", "3.60");
  assert.equal(draft.depth, String(depthOf(5.75, 5.78, 3.6)));
  draft = changed(draft, "depth", "61.5");
  assert.equal(draft.z, String(heightOf(5.75, 5.78, 61.5)));
});

test("while a measure is half typed nothing else changes", () => {
  const draft = changed({ ...start, measured: true }, "x", "");
  assert.equal(draft.depth, start.depth);
  assert.deepEqual(stoneOf(draft), new Map([["/x", "is missing"]]));
});

test("all that can't be read is said at once", () => {
  const problems = stoneOf({ ...start, carat: "heavy", table: "" });
  assert.deepEqual(problems, new Map([["/carat", "is not a number"], ["/table", "is missing"]]));
});

test("an address says the stone again", () => {
  const measured = changed(start, "x", "5.75");
  for (const draft of [start, measured]) assert.deepEqual(fromQuery(Object.fromEntries(new URLSearchParams(query(draft)))), draft);
  assert.equal(fromQuery({}), undefined);
});
