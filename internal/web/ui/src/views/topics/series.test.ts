import { describe, expect, test } from "vitest";
import { mostFrequent, sheetRows, timeline, type Count } from "./series";

const topics = {
  lamps: { id: "topic:lamps", label: "Lamps" },
  tides: { id: "topic:tides", label: "Tides" },
};
const count = (topic: keyof typeof topics, symbol: string, date: string | null, times: number): Count => ({
  topic: topics[topic],
  record: { id: "record:" + symbol, symbol },
  date,
  times,
});
const counts = [
  count("tides", "X/10", "2021-05-02", 3),
  count("lamps", "X/9", "2021-05-02", 1),
  count("lamps", "X/2", "2019-01-01", 2),
  count("lamps", "X/10", "2021-05-02", 4),
  count("tides", "X/11", null, 5),
];

describe("timeline", () => {
  test("by year, with the years between and what has no date last", () => {
    expect(sheetRows(timeline(counts, ["topic:lamps", "topic:tides"], "year"))).toEqual([
      ["When", "Lamps", "Tides"],
      ["2019", 2, 0],
      ["2020", 0, 0],
      ["2021", 5, 3],
      ["no date", 0, 5],
    ]);
  });

  test("by meeting, in order of dates and numbers", () => {
    expect(sheetRows(timeline(counts, ["topic:tides", "topic:none"], "meeting"))).toEqual([
      ["When", "Tides"],
      ["X/2, 1 Jan 2019", 0],
      ["X/9, 2 May 2021", 0],
      ["X/10, 2 May 2021", 3],
      ["X/11", 5],
    ]);
  });

  test("says which records are behind a point", () => {
    const { at } = timeline(counts, ["topic:lamps"], "year");
    expect(at("topic:lamps", "2021").map((c) => c.record.symbol)).toEqual(["X/10", "X/9"]);
    expect(at("topic:tides", "2021")).toEqual([]);
  });

  test("of nothing is empty", () => {
    expect(timeline([], ["topic:lamps"], "year")).toMatchObject({ moments: [], lines: [] });
  });
});

test("the most frequent topics", () => {
  expect(mostFrequent(counts, 1)).toEqual(["topic:tides"]);
  expect(mostFrequent(counts, 5)).toEqual(["topic:tides", "topic:lamps"]);
});
