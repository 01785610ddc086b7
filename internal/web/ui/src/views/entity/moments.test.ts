import { describe, expect, test } from "vitest";
import { byBody, byState, chosen, voices, type Moment, type Voice } from "./moments";
import { columns } from "./sides";

const utopia = { id: "country:UTO", label: "Utopia" };
const one = { id: "body:ONE", label: "ONE" };
const two = { id: "body:TWO", label: "TWO" };

const voice = (id: string, role: string, times: number, forWhom = role === "delegation" ? [utopia] : []): Voice => ({
  id: "person:" + id,
  name: id,
  role,
  speaks_for: forWhom,
  times,
  paragraphs: [],
});
const moment = (symbol: string, date: string, body: typeof one, ...by: Voice[]): Moment => ({
  id: "record:" + symbol,
  symbol,
  date,
  body,
  meeting: null,
  mentions: 0,
  by,
  times: by.reduce((n, v) => n + v.times, 0),
  paragraphs: [],
});
const all = [
  moment("ONE/1", "2019-05-06", one, voice("a", "member", 2), voice("u", "delegation", 3)),
  moment("TWO/1", "2020-05-06", two, voice("b", "chair", 1)),
  moment("ONE/2", "2020-05-07", one, voice("a", "member", 4)),
];

describe("chosen", () => {
  test("a body", () =>
    expect(chosen(all, { body: "body:ONE", state: "" }).map((m) => m.symbol)).toEqual(["ONE/1", "ONE/2"]));
  test("a State, with its voices only", () => {
    const found = chosen(all, { body: "", state: "country:UTO" });
    expect(found.map((m) => [m.symbol, m.times, m.by.length])).toEqual([["ONE/1", 3, 1]]);
  });
  test("a State that did not speak there", () =>
    expect(chosen(all, { body: "body:TWO", state: "country:UTO" })).toEqual([]));
});

test("counts", () => {
  expect(byBody(all).map((c) => [c.ref.label, c.times])).toEqual([
    ["ONE", 9],
    ["TWO", 1],
  ]);
  expect(byState(all).map((c) => [c.ref.label, c.times])).toEqual([["Utopia", 3]]);
  expect(voices(all).map((v) => [v.name, v.times])).toEqual([
    ["a", 6],
    ["u", 3],
    ["b", 1],
  ]);
  expect(all[0]!.by[0]!.times, "the timeline itself stays as it was").toBe(2);
});

describe("columns", () => {
  test("a meeting each, with its sides", () =>
    expect(columns(all).map((c) => [c.label, c.parts.body, c.parts.state, c.total])).toEqual([
      ["ONE/1\n2019", 2, 3, 5],
      ["TWO/1\n2020", 1, 0, 1],
      ["ONE/2\n2020", 4, 0, 4],
    ]));
  test("a year each where there are many", () => {
    const many = Array.from({ length: 50 }, (_, i) =>
      moment(`ONE/${i}`, i < 20 ? "2019" : "2020", one, voice("a", "member", 1)),
    );
    expect(columns(many).map((c) => [c.label, c.total])).toEqual([
      ["2019", 20],
      ["2020", 30],
    ]);
  });
});
