import { expect, test } from "vitest";
import { byYear } from "./years";

const record = (symbol: string, date: string | null) => ({
  record: { id: "record:" + symbol, symbol },
  date,
  body: null,
  meeting: null,
  reviews: [],
});

test("records stand by year, those without a date by themselves", () => {
  const records = [
    record("A/1", "2023-02-20"),
    record("A/2", "2023-01-02"),
    record("A/3", "2019-11-14"),
    record("A/4", null),
  ];
  expect(byYear(records).map(({ year, records }) => [year, ...records.map((r) => r.record?.symbol)])).toEqual([
    ["2023", "A/1", "A/2"],
    ["2019", "A/3"],
    [undefined, "A/4"],
  ]);
});
