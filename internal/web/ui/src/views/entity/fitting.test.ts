import { expect, test } from "vitest";
import type { Question } from "../../questions";
import { fitting, kindsOf } from "./fitting";

const query = (name: string, ...parameters: { name: string; type: string; classes?: string[]; optional?: boolean }[]) =>
  ({ name, parameters, asks: `Which ${name} has “{${parameters[0]!.name}}” in {record}?` }) as unknown as Question;

const queries = [
  query("trace", { name: "institution", type: "entity", classes: ["Institution"] }),
  query("records", { name: "body", type: "entity", classes: ["Body"], optional: true }),
  query("paragraphs", { name: "record", type: "record" }, { name: "for", type: "entity", optional: true }),
  query("facts", { name: "what", type: "entity" }),
  query("laws", { name: "country", type: "entity", classes: ["Country"] }),
];

test("questions that a body can be asked about are those of institutions, too", () => {
  const kinds = kindsOf("Body", [
    { id: "Body", extends: "Institution" },
    { id: "Institution", extends: null },
  ]);
  expect(kinds).toEqual(["Body", "Institution"]);
  const found = fitting(queries, { id: "body:ONE", label: "Committee One" }, kinds);
  expect(found[0]!.text).toBe("Which trace has “Committee One” in …?");
  expect(found.map((f) => f.href)).toEqual([
    "/queries/trace?institution=body%3AONE",
    "/queries/records?body=body%3AONE",
    "/queries/facts?what=body%3AONE",
  ]);
});
