import { describe, expect, test } from "vitest";
import { inWords, matrix, most, sheetRows, type Choice, type Statement } from "./matrix";

const [uto, ere] = [
  { id: "country:UTO", label: "Utopia" },
  { id: "country:ERE", label: "Erewhon" },
];
const [lamps, tides] = [
  { id: "agreement:lamps", label: "Convention on Lamps" },
  { id: "agreement:tides", label: "Agreement on Tides" },
];
const all: Statement[] = [
  { country: uto, agreement: lamps, how: "party", times: 1 },
  { country: uto, agreement: lamps, how: "cited by the State", times: 4 },
  { country: ere, agreement: lamps, how: "raised by the body", times: 1 },
  { country: uto, agreement: tides, how: "cited by the State", times: 2 },
];
const everything: Choice = { ways: [], state: "", agreement: "", statesBy: "count", agreementsBy: "count" };
const labels = (lines: { label: string }[]) => lines.map((l) => l.label);

describe("matrix", () => {
  test("has the most frequent first, and what is said in one order", () => {
    const m = matrix(all, everything);
    expect(labels(m.states)).toEqual(["Utopia", "Erewhon"]);
    expect(m.agreements.map((a) => [a.label, a.times])).toEqual([
      ["Convention on Lamps", 6],
      ["Agreement on Tides", 2],
    ]);
    expect(inWords(m.at(lamps.id, uto.id))).toBe("cited by the State 4, party 1");
    expect(m.at(tides.id, ere.id)).toEqual([]);
  });

  test("by name", () => {
    const m = matrix(all, { ...everything, statesBy: "name", agreementsBy: "name" });
    expect([...labels(m.states), ...labels(m.agreements)]).toEqual([
      "Erewhon",
      "Utopia",
      "Agreement on Tides",
      "Convention on Lamps",
    ]);
  });

  test("only some ways, and only some names", () => {
    expect(labels(matrix(all, { ...everything, ways: ["raised"] }).states)).toEqual(["Erewhon"]);
    expect(labels(matrix(all, { ...everything, agreement: "TIDES agree" }).states)).toEqual(["Utopia"]);
    expect(labels(matrix(all, { ...everything, state: "nowhere" }).agreements)).toEqual([]);
  });

  test("no more than a browser shows with ease", () => {
    const many = Array.from({ length: most.states + 5 }, (_, i) => ({
      country: { id: `country:${i}`, label: `State ${i}` },
      agreement: lamps,
      how: "party",
      times: i + 1,
    }));
    const m = matrix(many, everything);
    expect([m.states.length, m.total.states, m.states[0]?.label]).toEqual([most.states, most.states + 5, "State 44"]);
  });
});

test("the sheet has what is shown", () => {
  expect(sheetRows(matrix(all, { ...everything, ways: ["cited", "raised"] }))).toEqual([
    ["Agreement", "Utopia", "Erewhon"],
    ["Convention on Lamps", "cited by the State 4", "raised by the body 1"],
    ["Agreement on Tides", "cited by the State 2", ""],
  ]);
});
