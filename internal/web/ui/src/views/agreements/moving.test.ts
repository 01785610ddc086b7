import { expect, test } from "vitest";
import { moved } from "./moving";

test("keys move within the grid", () => {
  const last = { row: 20, column: 3 };
  const to = (key: string, control = false) => {
    const place = moved({ row: 15, column: 1 }, key, control, last);
    return place && [place.row, place.column];
  };
  expect(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown"].map((k) => to(k))).toEqual([
    [14, 1],
    [16, 1],
    [15, 0],
    [15, 2],
    [5, 1],
    [20, 1],
  ]);
  expect([to("Home"), to("End"), to("Home", true), to("End", true), to("Enter")]).toEqual([
    [15, 0],
    [15, 3],
    [0, 0],
    [20, 3],
    undefined,
  ]);
});
