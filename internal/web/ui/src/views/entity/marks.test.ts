import { expect, test } from "vitest";
import { pieces } from "./marks";

const shown = (text: string, ...marks: [number, number][]) =>
  pieces({ text, marks: marks.map(([start, end]) => ({ start, end })) })
    .map((p) => (p.marked ? `[${p.text}]` : p.text))
    .join("");

test.each([
  ["none", shown("no marks"), "no marks"],
  ["at both ends", shown("IOM and UNHCR", [0, 3], [8, 13]), "[IOM] and [UNHCR]"],
  ["in code points", shown("𝒜𝒜 said IOM", [8, 11]), "𝒜𝒜 said [IOM]"],
  ["one in another", shown("Labour Code of Utopia", [0, 21], [7, 11]), "[Labour Code of Utopia]"],
])("marks: %s", (_, got, want) => expect(got).toBe(want));
