import { describe, expect, test } from "vitest";
import { inWords, years } from "./dates";

describe("inWords", () => {
  test("a day", () => expect(inWords("2021-10-04")).toBe("4 October 2021"));
  test("a month", () => expect(inWords("2021-10")).toBe("October 2021"));
  test("a year", () => expect(inWords("2021")).toBe("2021"));
  test("none", () => expect(inWords(null)).toBe("date not stated"));
  test("what is no day", () => expect(inWords("in spring")).toBe("in spring"));
});

test("years", () => {
  expect(years("2019-11-14", "2023-02-20")).toBe("2019–2023");
  expect(years("2019-01-01", "2019-12-31")).toBe("2019");
});
