import { expect, test } from "vitest";
import { codeText, groups, valueText } from "./facts";

const fact = (id: string, label: string, value: string, inverse = false) => ({
  property: { id, label },
  value,
  inverse,
  stated_in: [],
});

test("facts by property, read backwards apart, names last", () => {
  const found = groups([
    fact("rdfs:label", "name", "Utopia"),
    fact("rap:cites", "cites", "law:a"),
    fact("rap:cites", "cited by", "person:b", true),
    fact("rap:cites", "cites", "law:c"),
  ]);
  expect(found.map((g) => [g.title, g.facts.length])).toEqual([
    ["Cites", 2],
    ["Cited by", 1],
    ["Name", 1],
  ]);
});

test.each([
  ["m49=031", "UN M49 031"],
  ["untc=IV-13", "UN Treaty Collection IV-13"],
  ["art. 75", "art. 75"],
  ["other=7", "other 7"],
])("code %s", (code, text) => expect(codeText(code)).toBe(text));

test("kinds are read without hyphens, names with theirs", () => {
  expect(valueText(fact("rap:kind", "kind", "treaty-body"))).toBe("treaty body");
  expect(valueText(fact("rdfs:label", "name", "Sub-Committee"))).toBe("Sub-Committee");
});
