import { expect, test } from "vitest";
import { paragraph } from "./invented";
import { nearest, placeOf, topicsOf } from "./topics";

const topic = (name: string) => ({ id: "topic:" + name, label: name });

test("topics of most paragraphs come first, then those that come up first", () => {
  const all = topicsOf([
    paragraph(1, { topics: [topic("a")] }),
    paragraph(2, { topics: [topic("b"), topic("c")] }),
    paragraph(8, { topics: [topic("c")] }),
  ]);
  expect(all.map((t) => [t.label, t.numbers])).toEqual([
    ["c", [2, 8]],
    ["a", [1]],
    ["b", [2]],
  ]);
});

test("a click leads to the nearest paragraph", () => {
  expect(nearest([3, 10, 60], 0, 1, 61)).toBe(3);
  expect(nearest([3, 10, 60], 0.2, 1, 61)).toBe(10);
  expect(nearest([3, 10, 60], 0.9, 1, 61)).toBe(60);
  expect(nearest([], 0.5, 1, 61)).toBeUndefined();
});

test("a record of one paragraph has its place in the middle", () => {
  expect(placeOf(7, 7, 7)).toBe(0.5);
  expect(placeOf(11, 1, 21)).toBe(0.5);
});
