import { expect, test } from "vitest";
import { linksOf, nodesOf } from "./network";
import { entitiesIn, tableOf, type Result } from "./rows";

const iri = (value: string) => ({ type: "iri" as const, value });
const result: Result = {
  columns: ["id", "paragraph", "times", "how"],
  rows: [
    {
      id: iri("law:UTO/lamp-act"),
      paragraph: iri("para:LHK/C/SR.7#4"),
      times: { type: "integer", value: 2 },
      how: iri("rap:cites"),
    },
    { id: iri("country:UTO"), how: { type: "boolean", value: true } },
  ],
  truncated: false,
};
const names = new Map([["country:UTO", "Utopia"]]);

test("cells as a table shows them: links at what has a page", () => {
  const { columns, rows } = tableOf(result, names);
  expect(columns.map((c) => c.type)).toEqual(["value", "paragraph", "integer", "value"]);
  expect(rows).toEqual([
    {
      id: { id: "law:UTO/lamp-act", label: "law:UTO/lamp-act" },
      paragraph: { id: "para:LHK/C/SR.7#4", symbol: "LHK/C/SR.7", number: 4, cite_as: "LHK/C/SR.7, para. 4" },
      times: 2,
      how: "rap:cites",
    },
    { id: { id: "country:UTO", label: "Utopia" }, how: "true" },
  ]);
});

test("a column of dates is one", () => {
  const day = (value: string) => ({ when: { type: "date" as const, value } });
  const type = (...rows: Result["rows"]) =>
    tableOf({ columns: ["when"], rows, truncated: false }, names).columns[0]!.type;
  expect(type(day("2021-10-04"), {}, day("2022"))).toBe("date");
  expect(type(day("2021-10-04"), { when: { type: "text", value: "autumn" } })).toBe("value");
});

test("a mention is no entity, whatever its id has", () => {
  const mention: Result = { columns: ["id"], rows: [{ id: iri("mention:LHK/C/SR.7#4/1") }], truncated: false };
  expect(tableOf(mention, names).rows).toEqual([{ id: "mention:LHK/C/SR.7#4/1" }]);
  expect(entitiesIn(mention.rows)).toEqual([]);
});

test("entities of a row are linked, in the order of the path, with its paragraphs", () => {
  const row = (paragraph: string) => ({
    id: iri("law:UTO/lamp-act"),
    state: iri("country:UTO"),
    paragraph: iri(paragraph),
  });
  const rows = [row("para:LHK/C/SR.7#4"), row("para:LHK/C/SR.7#9"), row("para:LHK/C/SR.7#4")];
  const links = linksOf({ columns: ["id", "state", "paragraph"], rows, truncated: false });
  expect(nodesOf(links, names)).toEqual([
    { id: "country:UTO", label: "Utopia", type: "Country" },
    { id: "law:UTO/lamp-act", label: "UTO/lamp-act", type: "Law" },
  ]);
  expect(links).toHaveLength(1);
  expect(links[0]).toMatchObject({ source: "country:UTO", target: "law:UTO/lamp-act", label: "state – id", weight: 3 });
  expect(links[0]!.paragraphs.map((p) => p.number)).toEqual([4, 9]);
});

test("an entity alone is linked to the record of its paragraph, and a row without either to nothing", () => {
  const links = linksOf(result);
  expect(links.map((l) => [l.source, l.target])).toEqual([["law:UTO/lamp-act", "record:LHK/C/SR.7"]]);
  expect(nodesOf(links, names).map((n) => n.type)).toEqual(["Law", "SummaryRecord"]);
});
