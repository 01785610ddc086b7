import { describe, expect, test } from "vitest";
import type { Question } from "../../questions";
import { fileAddress, given, missing, pageAddress, program } from "./asking";

const question: Question = {
  name: "laws",
  title: "Laws cited",
  description: "A sentence.",
  parameters: [
    { name: "country", type: "entity", classes: ["Country"], help: "It." },
    { name: "by", type: "choice", choices: [{ word: "anyone" }], default: "anyone", help: "Who." },
    { name: "from", type: "date", optional: true, help: "When." },
  ],
  columns: [],
  gizmo: '// title: Laws cited\n// columns: []\n\nvar s = g.M()\n// a step\ng.V(country).Has("<rap:x>", from).All()\n',
  href: "/api/v1/queries/laws",
};

test("the arguments of an address are those of the question that say something", () => {
  expect(given(question, new URLSearchParams("country=country:UTO&from=&sort=-law&other=1"))).toEqual({
    country: "country:UTO",
  });
});

test("what has a default may be left out, spaces are nothing", () => {
  expect(missing(question, { country: " " }).map((p) => p.name)).toEqual(["country"]);
  expect(missing(question, { country: "Utopia" })).toEqual([]);
});

test("addresses of a page and of the whole", () => {
  const values = { country: "country:UTO" };
  expect(pageAddress(question, values, { sort: "", offset: 0 })).toBe(
    "/api/v1/queries/laws?country=country%3AUTO&limit=100",
  );
  expect(pageAddress(question, values, { sort: "-law", offset: 100 })).toBe(
    "/api/v1/queries/laws?country=country%3AUTO&sort=-law&limit=100&offset=100",
  );
  expect(fileAddress(question, values, "-law", "csv")).toBe(
    "/api/v1/queries/laws?country=country%3AUTO&sort=-law&format=csv",
  );
});

describe("the program for the console", () => {
  const body = 'var s = g.M()\n// a step\ng.V(country).Has("<rap:x>", from).All()\n';
  test("ids are variables", () => {
    expect(program(question, { country: "country:UTO" })).toBe(
      `// Laws cited\nvar country = "<country:UTO>";\n${body}`,
    );
    expect(program(question, { country: "country:UTO,country:ERE" })).toContain(
      'var country = ["<country:UTO>", "<country:ERE>"];\n',
    );
  });
  test("names are left to the reader", () => {
    expect(program(question, { country: "Utopia" })).toBe(`// Laws cited\n${body}`);
  });
});
