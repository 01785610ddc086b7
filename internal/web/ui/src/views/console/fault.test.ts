import { expect, test } from "vitest";
import { faultAt } from "./fault";

const at = (text: string, line: number, column: number, construct?: string) => {
  const { from, to } = faultAt(text, line, column, construct);
  return [from, text.slice(from, to)];
};

test("the construct, or else the word, that stands there", () => {
  expect(at("g.V()\n  .Foo().All()", 2, 4, "Foo")).toEqual([9, "Foo"]);
  expect(at("g.V(country)", 1, 5, "a name")).toEqual([4, "country"]);
  expect(at('g.V("<a>" + "")', 1, 5, "operator +")).toEqual([4, '"']);
});
test("columns count characters, of which some have two units", () => {
  expect(at('g.V("é😀").Foo()', 1, 11, "Foo")).toEqual([11, "Foo"]);
});
test("behind the end it is the last character", () => {
  expect(at('g.V("<a>"', 1, 10, "syntax")).toEqual([8, '"']);
  expect(at("g.V()", 7, 1)).toEqual([0, "g"]);
});
