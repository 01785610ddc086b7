import { expect, test } from "vitest";
import { mention, paragraph } from "./invented";
import { counts, hiddenKinds, toggled } from "./marks";

test("kinds that are named are counted in the order of legends", () => {
  const all = [
    paragraph(1, { mentions: [mention("country:X", 0, 1), mention("person:X", 2, 3, { type: "Person" })] }),
    paragraph(2, { mentions: [mention("country:X", 0, 1)] }),
  ];
  expect(counts(all).map((c) => [c.kind.plural, c.mentions])).toEqual([
    ["Persons", 1],
    ["Countries", 2],
  ]);
});

test("a kind is hidden and shown again, others stay as they are", () => {
  expect(toggled(hiddenKinds(""), "Law")).toBe("Law");
  expect(toggled(hiddenKinds("Law"), "Person")).toBe("Person,Law");
  expect(toggled(hiddenKinds("Person,Law"), "Person")).toBe("Law");
  expect(toggled(hiddenKinds("Law"), "Law")).toBe("");
});
