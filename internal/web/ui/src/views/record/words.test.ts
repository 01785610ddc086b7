import { expect, test } from "vitest";
import { dateInWords, timesInWords } from "./dates";
import { entitiesOf, found } from "./found";
import { mention, paragraph } from "./invented";
import { sections } from "./sections";

test("dates are said as exactly as they are known", () => {
  expect(dateInWords("2021-10-04")).toBe("4 October 2021");
  expect(dateInWords("2021-10")).toBe("October 2021");
  expect(dateInWords("2021")).toBe("2021");
});

test("times say what is known of them", () => {
  expect(timesInWords("15:10", "18:00", ["16:30-16:55"])).toBe("15:10 to 18:00, suspended 16:30 to 16:55");
  expect(timesInWords(null, "18:00", [])).toBe("until 18:00");
  expect(timesInWords(null, null, [])).toBe("");
});

test("how a mention was found is said in words", () => {
  expect(found({ how: "acronym", rule: null })).toBe("found by its acronym");
  expect(found({ how: "rule", rule: "dated-decree" })).toBe("found by how it is written (rule “dated decree”)");
  expect(found({ how: null, rule: null })).toBe("how it was found is not stated");
  expect(found({ how: "guess", rule: null })).toBe("how it was found is not stated");
});

test("sections follow each other; a heading that comes again is another section", () => {
  const all = [
    paragraph(1),
    paragraph(2, { section: "Reports" }),
    paragraph(3, { section: "Reports" }),
    paragraph(4, { section: "Other matters" }),
    paragraph(5, { section: "Reports" }),
  ];
  expect(sections(all).map((s) => [s.id, s.heading, s.paragraphs.map((p) => p.number)])).toEqual([
    ["section-1", null, [1]],
    ["section-2", "Reports", [2, 3]],
    ["section-3", "Other matters", [4]],
    ["section-4", "Reports", [5]],
  ]);
});

test("an entity that is named twice by the same words is one, with both articles", () => {
  const all = entitiesOf([
    mention("agreement:pact", 0, 8, { provision: "art. 17" }),
    mention("country:X", 0, 8),
    mention("agreement:pact", 0, 8, { provision: "art. 6" }),
  ]);
  expect(all.map((e) => [e.mention.id, e.provisions])).toEqual([
    ["agreement:pact", ["art. 6", "art. 17"]],
    ["country:X", []],
  ]);
});
