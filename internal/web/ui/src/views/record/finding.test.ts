import { expect, test } from "vitest";
import { entityChoices, find, speakerChoices, step } from "./finding";
import { mention, paragraph, speaker } from "./invented";

const detention = { id: "topic:detention", label: "Detention" };
const icrmw = { id: "agreement:icrmw", label: "Convention" };
const all = [
  paragraph(1, { speaker: speaker("Mr. Diallo", 1), topics: [detention] }),
  paragraph(2, { speaker: speaker("Ms. Sow", 2), mentions: [mention("country:OMN", 0, 3)], topics: [detention] }),
  paragraph(4, { speaker: speaker("Mr. Diallo", 4), cites: [icrmw], mentions: [mention("country:OMN", 0, 3)] }),
  paragraph(5),
];
const nothing = { speaker: "", topic: "", entity: "" };

test("who wants nothing finds nothing", () => {
  expect(find(all, nothing)).toEqual([]);
});

test("one wish is met, several are met together", () => {
  expect(find(all, { ...nothing, speaker: "person:CMW/mr-diallo" })).toEqual([1, 4]);
  expect(find(all, { ...nothing, topic: "topic:detention" })).toEqual([1, 2]);
  expect(find(all, { ...nothing, topic: "topic:detention", entity: "country:OMN" })).toEqual([2]);
  expect(find(all, { ...nothing, entity: "agreement:icrmw" })).toEqual([4]);
  expect(find(all, { ...nothing, topic: "topic:education" })).toEqual([]);
});

test("steps go around the ends, from between as well", () => {
  expect(step([2, 5, 9], 5, 1)).toBe(9);
  expect(step([2, 5, 9], 9, 1)).toBe(2);
  expect(step([2, 5, 9], 6, -1)).toBe(5);
  expect(step([2, 5, 9], 0, -1)).toBe(9);
  expect(step([], 3, 1)).toBeUndefined();
});

test("choices have each once, by their names", () => {
  expect(speakerChoices(all).map((c) => c.label)).toEqual(["Mr. Diallo", "Ms. Sow"]);
  expect(entityChoices(all).map((g) => [g.kind, g.choices.map((c) => c.value)])).toEqual([
    ["Countries", ["country:OMN"]],
    ["Agreements", ["agreement:icrmw"]],
  ]);
});
