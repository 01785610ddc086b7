import { expect, test } from "vitest";
import { decoded } from "./decoding";
import { find } from "./pages";

test("what is well-formed is decoded, all else stays", () => {
  expect(["a%20b", "%E0%B8%81", "%E0%A4%A", "para-%zz", "%FF", "%"].map(decoded)).toEqual([
    "a b",
    "ก",
    "%E0%A4%A",
    "para-%zz",
    "%FF",
    "%",
  ]);
});

test("a path that is malformed leads to its view, which says that there is no such thing", () => {
  expect(find("/records/%E0%A4")?.props).toEqual({ symbol: "%E0%A4" });
  expect(find("/queries/%FF")?.props).toEqual({ name: "%FF" });
  expect(find("/records/CMW/C/SR.1%20a")?.props).toEqual({ symbol: "CMW/C/SR.1 a" });
});

test("what JavaScript calls its own is no page", () => {
  for (const path of ["/__proto__", "/constructor", "//records"]) expect(find(path)).toBeUndefined();
});
