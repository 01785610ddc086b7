import { expect, test } from "vitest";
import type { Answer } from "../../table";
import { extent } from "./extent";

const answer = (rows: number, total?: number, truncated = false): Answer => ({
  query: "q",
  title: "Q",
  columns: [],
  rows: Array.from({ length: rows }, () => ({})),
  truncated,
  total,
});

test("how much is shown", () => {
  expect(extent(answer(0, 0), 0)).toBe("No rows");
  expect(extent(answer(1, 1), 0)).toBe("1 row");
  expect(extent(answer(100, 1234), 100)).toBe("Rows 101 to 200 of 1,234 rows");
  expect(extent(answer(100, 9000, true), 0)).toBe("Rows 1 to 100 of 9,000 rows or more");
});
