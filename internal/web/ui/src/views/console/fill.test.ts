import { describe, expect, test } from "vitest";
import { choicesIn, define, literalOf, queryOf, withoutHeader } from "./fill";
import { unknownNames } from "./names";

const text = `// title: Lamps of a country
// parameters:
//   - name: country
//     type: entity
//   - name: by
//     type: choice
//     choices: {delegation: 'rap:speaksFor', all of it: 'rap:speakerFrom'}
//   - {name: side, type: choice, choices: [raised, answered], optional: true}
// columns:
//   - {name: lamp, title: Lamp, type: entity}

var lit = g.M().Out("<rap:lit>");
g.V(country).In(by).Follow(lit).Filter(like("lamp%")).All()
`;

describe("unknownNames", () => {
  test("parameters, and neither variables nor functions nor methods", () => {
    expect(unknownNames(text)).toEqual(["country", "by"]);
  });
  test("nothing in a query that is whole, or none", () => {
    expect(unknownNames('g.V("<country:UTO>").Out(null).All()')).toEqual([]);
    expect(unknownNames("")).toEqual([]);
  });
  test("a name that JavaScript has a use for", () => {
    expect(unknownNames("g.V(of).All()")).toEqual(["of"]);
  });
  test("what is called is no value", () => {
    expect(unknownNames('nothing("a"); h.V()')).toEqual([]);
  });
});

test("a name is defined behind the comments", () => {
  const filled = define(text, { country: { literal: '"<country:UTO>"', says: "Utopia\n(island)" } });
  expect(filled.split("\n").slice(10, 13)).toEqual([
    "",
    'var country = "<country:UTO>"; // Utopia (island)',
    'var lit = g.M().Out("<rap:lit>");',
  ]);
  expect(unknownNames(filled)).toEqual(["by"]);
});

test("the query that a text comes from", () => {
  const queries = [{ title: "Lamps" }, { title: "Lamps of a country" }];
  expect(queryOf(text, queries)).toBe(queries[1]);
  expect(queryOf("// Lamps\ng.V(country).All()", queries)).toBe(queries[0]);
  expect(queryOf("g.V().All()", queries)).toBeUndefined();
});

test("what the words of a choice stand for", () => {
  expect(choicesIn(text, "by")).toEqual({ delegation: "rap:speaksFor", "all of it": "rap:speakerFrom" });
  expect(choicesIn(text, "side")).toEqual({});
  expect(choicesIn(text, "country")).toEqual({});
});

test("a text without its header", () => {
  expect(withoutHeader(text).split("\n")[0]).toBe('var lit = g.M().Out("<rap:lit>");');
});

test.each([
  ["entity", "country:UTO", '"<country:UTO>"'],
  ["entity", "Utopia", undefined],
  ["record", "LHK/C/SR.7", '"<record:LHK/C/SR.7>"'],
  ["paragraph", "para:LHK/C/SR.7#4", '"<para:LHK/C/SR.7#4>"'],
  ["integer", "12", "12"],
  ["integer", "twelve", undefined],
  ["text", 'a "lamp"', '"a \\"lamp\\""'],
  ["text", " ", undefined],
] as const)("%s %s", (type, given, literal) => {
  expect(literalOf({ type }, given)).toBe(literal);
});
