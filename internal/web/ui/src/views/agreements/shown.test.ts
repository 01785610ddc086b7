import { expect, test } from "vitest";
import type { Line } from "./matrix";
import { extent, left } from "./shown";

const lines = (n: number): Line[] => Array.from({ length: n }, (_, i) => ({ id: String(i), label: "", times: 1 }));

test("how much is shown", () => {
  expect(extent({ agreements: lines(1), states: lines(2) })).toBe("1 agreement and 2 States");
});

test("what there is no room for", () => {
  const shown = { agreements: lines(100), states: lines(3) };
  expect(left({ ...shown, total: { agreements: 100, states: 3 } })).toBe("");
  expect(left({ ...shown, total: { agreements: 1200, states: 3 } })).toMatch(/^There are 1,200 agreements\. The table/);
  expect(left({ ...shown, total: { agreements: 101, states: 41 } })).toMatch(
    /^There are 101 agreements and 41 States\./,
  );
});
