import assert from "node:assert/strict";
import { test } from "node:test";
import { money } from "./money";

test("amounts are read as people write them", () => {
  for (const text of ["12500", "12,500", "12.500", "$12,500.00", "12 500", "12'500", "12.500,00", "USD 12500"]) assert.equal(money(text), 12500, text);
  assert.equal(money("3412.50"), 3412.5);
  assert.equal(money("3412,5"), 3412.5);
  assert.equal(money("1,234,567"), 1234567);
  for (const text of ["", "abc", "-5", "1,23,456", "1.2.3", "12,3456", "1e3"]) assert.ok(Number.isNaN(money(text)), text);
});
