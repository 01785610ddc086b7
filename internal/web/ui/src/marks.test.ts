import { describe, expect, test } from "vitest";
import { pieces } from "./marks";

const shown = (text: string, ...marks: [number, number][]) =>
  pieces({ text, marks: marks.map(([start, end]) => ({ start, end })) })
    .map((p) => (p.marked ? `[${p.text}]` : p.text))
    .join("");

describe("pieces", () => {
  test("marks at both ends and in between", () =>
    expect(shown("birth certificates at birth", [0, 5], [22, 27])).toBe("[birth] certificates at [birth]"));
  test("no marks", () => expect(shown("as it stands")).toBe("as it stands"));
  test("places are code points", () =>
    expect(shown("𝒜 lighthouse 🗼 keeper", [15, 21])).toBe("𝒜 lighthouse 🗼 [keeper]"));
  test("markup is text", () => expect(shown("a <b> tag", [2, 5])).toBe("a [<b>] tag"));
  test("marks that overlap", () => expect(shown("abcdef", [0, 3], [2, 5])).toBe("[abc][de]f"));
});
