import { expect, test } from "vitest";
import { places } from "./passages";

const para = (symbol: string, number: number) => ({
  id: `para:${symbol}#${number}`,
  symbol,
  number,
  cite_as: `${symbol}, para. ${number}`,
});

test("paragraphs of a record stand together, the lexicon by itself", () => {
  const lexicon = { id: "graph:lexicon", cite_as: "lexicon" };
  const found = places([para("X/1", 2), lexicon, para("X/2", 1), para("X/1", 9)]);
  expect(found.map((p) => [p.name, p.passages.map((q) => q.number)])).toEqual([
    ["X/1", [2, 9]],
    ["lexicon", [undefined]],
    ["X/2", [1]],
  ]);
});
