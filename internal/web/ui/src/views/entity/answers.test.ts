import { expect, test } from "vitest";
import type { Answer } from "../../table";
import { beginning, meetings, topics } from "./answers";

const row = (side: string, symbol: string, number: number) => ({
  side,
  speaker: null,
  date: "2020-01-02",
  paragraph: { id: `para:${symbol}#${number}`, symbol, number, cite_as: `${symbol}, para. ${number}` },
  text: "Words.",
});
const answer = (rows: Answer["rows"]): Answer => ({ query: "", title: "", columns: [], rows, truncated: false });

test("sides of a meeting, in the order of the paragraphs", () => {
  const found = meetings(
    answer([
      row("answered", "X/1", 2),
      row("raised", "X/1", 3),
      row("answered", "X/1", 4),
      row("institution", "X/2", 1),
    ]),
  );
  expect(
    found.map((m) => [m.symbol, ...[m.raised, m.answered, m.said].map((t) => t.map((x) => x.paragraph.number))]),
  ).toEqual([
    ["X/1", [3], [2, 4], []],
    ["X/2", [], [], [1]],
  ]);
});

test("topics with how often", () => {
  const rows = [{ topic: { id: "topic:lamps", label: "Lamps" }, times: 4 }];
  expect(topics(answer(rows))).toEqual([{ id: "topic:lamps", label: "Lamps", times: 4 }]);
});

test.each([
  ["Short.", "Short."],
  ["A sentence that is long", "A sentence …"],
  ["Unbreakable-as-it-is", "Unbreakable- …"],
])("the beginning of %j", (text, want) => expect(beginning(text, 12)).toBe(want));
