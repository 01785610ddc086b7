import { describe, expect, test } from "vitest";
import { placeOf, sameRecord, shortDate, sorted, textOf, type Column, type Row } from "./table";

const columns: Column[] = [
  { name: "what", title: "What", type: "entity" },
  { name: "times", title: "Times", type: "integer" },
  { name: "paragraphs", title: "Paragraphs", type: "paragraph", many: true },
];
const rows: Row[] = [
  { what: { id: "law:UTO/b", label: "Beacon Act" }, times: 10, paragraphs: [] },
  { what: null, times: 9, paragraphs: [{ id: "para:X/1#2", symbol: "X/1", number: 2 }] },
  { what: { id: "law:UTO/a", label: "Article 2" }, times: null, paragraphs: [] },
];
const times = (r: Row[]) => r.map((row) => row.times);

describe("sorted", () => {
  test("numbers by size, and none last in both directions", () => {
    expect(times(sorted(rows, columns[1]!, false))).toEqual([9, 10, null]);
    expect(times(sorted(rows, columns[1]!, true))).toEqual([10, 9, null]);
  });
  test("names by their letters", () => {
    expect(times(sorted(rows, columns[0]!, false))).toEqual([null, 10, 9]);
  });
});

test("a row rests on its first paragraph", () => {
  expect(rows.map((r) => placeOf(r, columns))).toEqual([undefined, "/records/X/1#para-2", undefined]);
});

test("who has no name in the records is shown as printed", () => {
  expect(textOf({ id: null, label: "A member" })).toBe("A member");
});

test("paragraphs of one record are told from those of another", () => {
  const [a, b] = [
    { id: "para:X/1#2", symbol: "X/1", number: 2 },
    { id: "para:X/1#3", symbol: "X/1", number: 3 },
  ];
  expect([sameRecord(b, a), sameRecord(b, { ...a, symbol: "X/2" }), sameRecord(a, undefined)]).toEqual([
    true,
    false,
    false,
  ]);
});

test("dates as precise as they are known", () => {
  expect(["2021-10-04", "2021-10", "2021", "not stated", "2021-13-40", ""].map(shortDate)).toEqual([
    "4 Oct 2021",
    "Oct 2021",
    "2021",
    "not stated",
    "2021-13-40",
    "",
  ]);
});
