import { expect, test } from "vitest";
import { csvOf } from "./csv";

test("quotes what needs them, and disarms formulas", () => {
  expect(
    csvOf([
      ["State", "a, b", 'so-called "safe"'],
      ["=1+1", "-x", -2],
      ["", "two\nlines", 3],
    ]),
  ).toBe('State,"a, b","so-called ""safe"""\r\n' + "'=1+1,'-x,-2\r\n" + ',"two\nlines",3\r\n');
});
