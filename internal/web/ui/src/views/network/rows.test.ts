import { expect, test } from "vitest";
import type { Answer } from "../../table";
import { partOfAnswer } from "./rows";
import { early, late } from "./sample";

const answer: Answer = {
  query: "agreements-cited",
  title: "Agreements cited",
  truncated: false,
  columns: [
    { name: "agreement", title: "Agreement", type: "entity" },
    { name: "for", title: "For", type: "entity" },
    { name: "day", title: "Day", type: "date" },
    { name: "paragraphs", title: "Paragraphs", type: "paragraph", many: true },
  ],
  rows: [
    { agreement: { id: "agreement:one", label: "First" }, for: { id: "country:ABC", label: "Abecia" }, paragraphs: [early] },
    { agreement: { id: "agreement:one", label: "First" }, for: { id: "country:ABC", label: "Abecia" }, paragraphs: [late] },
  ], // prettier-ignore
};

test("the entities of a row are linked by its paragraphs", () => {
  const part = partOfAnswer(answer, []);
  expect(part.nodes.map((n) => `${n.type} ${n.label}`)).toEqual(["Agreement First", "Country Abecia"]);
  expect(part.links).toEqual([
    {
      source: "agreement:one",
      target: "country:ABC",
      predicate: "agreements-cited",
      label: "Agreements cited",
      weight: 2,
      paragraphs: [early, late],
    },
  ]);
});

test("a row with one entity is linked with what was asked about", () => {
  const alone = { ...answer, columns: answer.columns.filter((c) => c.name !== "for") };
  const part = partOfAnswer(alone, [{ id: "country:XYZ", label: "Zed", type: "Country" }]);
  expect(part.links.map((l) => [l.source, l.target])).toEqual([["country:XYZ", "agreement:one"]]);
});

test("what was asked about is linked with the first entities of a row", () => {
  const one = { id: "agreement:one", label: "First", type: "Agreement" };
  const part = partOfAnswer(answer, [{ id: "country:XYZ", label: "Zed", type: "Country" }, one]);
  expect(part.links.map((l) => [l.source, l.target])).toEqual([
    ["country:XYZ", "agreement:one"],
    ["agreement:one", "country:ABC"],
  ]);
});

test("a row without paragraphs rests on its record", () => {
  const columns = [...answer.columns.slice(0, 2), { name: "record", title: "Record", type: "record" }];
  const rows = [{ ...answer.rows[0]!, record: { id: "record:CMW/C/SR.1", symbol: "CMW/C/SR.1" } }];
  expect(partOfAnswer({ ...answer, columns, rows }, []).links[0]!.paragraphs).toEqual([
    { id: "record:CMW/C/SR.1", cite_as: "CMW/C/SR.1" },
  ]);
});

test("who has no name in the records is no node", () => {
  const rows = [{ ...answer.rows[0]!, for: { id: null, label: "A member" } }];
  expect(partOfAnswer({ ...answer, rows }, []).nodes.map((n) => n.label)).toEqual(["First"]);
});
