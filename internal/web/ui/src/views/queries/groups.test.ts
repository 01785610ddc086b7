import { describe, expect, test } from "vitest";
import type { Question } from "../../questions";
import { grouped, kindsOf, matching } from "./groups";

const question = (name: string, title: string, parameters: Partial<Question["parameters"][number]>[]): Question => ({
  name,
  title,
  description: "A sentence.",
  parameters: parameters.map((p) => ({ name: "what", type: "entity", help: "It.", ...p })),
  columns: [],
  href: "/api/v1/queries/" + name,
});
const all = [
  question("laws", "Laws cited", [{ classes: ["Country"] }]),
  question("cited", "Who cited it", [{ classes: ["Agreement", "Law"] }]),
  question("list", "Records", [{ classes: ["Body"], optional: true }]),
  question("speakers", "Speakers in a record", [{ type: "record" }]),
  question("facts", "Facts", [{}]),
  question("topics", "Topics of a country", [{ classes: ["Country"], default: "x" }, { classes: ["Country"] }]),
];
const names = (questions: Question[]) => questions.map((q) => q.name);

test("questions are grouped by the kind that they need", () => {
  expect(grouped(all).map((g) => [g.title, ...names(g.questions)])).toEqual([
    ["About all that is loaded", "list"],
    ["About a country", "laws", "topics"],
    ["About a summary record", "speakers"],
    ["About things of several kinds", "cited", "facts"],
  ]);
});

describe("matching", () => {
  test("all words, in any order and case", () => {
    expect(names(matching(all, "CITED laws", ""))).toEqual(["laws"]);
  });
  test("a kind, or any kind", () => {
    expect(names(matching(all, "", "Law"))).toEqual(["cited", "facts"]);
    expect(names(matching(all, "", "SummaryRecord"))).toEqual(["speakers", "facts"]);
  });
});

test("the kinds that one may ask about", () => {
  expect(kindsOf(all).map((k) => k.id)).toEqual(["Country", "Agreement", "Law", "SummaryRecord"]);
});
