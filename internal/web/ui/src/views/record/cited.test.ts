import { expect, test } from "vitest";
import { cited } from "./cited";

test("articles stand behind what they are of, by their short names", () => {
  const code = { id: "law:X/code", label: "Code" };
  const pact = { id: "agreement:pact", label: "Pact" };
  const all = cited({
    cites: [code, pact],
    provisions: [
      { id: "law:X/code#art.7", label: "art. 7, Code" },
      { id: "law:X/code#art.9", label: "art. 9, Code" },
      { id: "law:X/code-2#art.1", label: "art. 1, Other code" },
    ],
  });
  expect(all.map((c) => [c.ref.label, c.provisions.map((p) => p.label)])).toEqual([
    ["Code", ["art. 7", "art. 9"]],
    ["Pact", []],
    ["art. 1, Other code", []],
  ]);
});
