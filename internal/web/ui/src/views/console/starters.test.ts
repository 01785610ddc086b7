import { expect, test } from "vitest";
import type { Schemas } from "../../api/client";
import { maxStarters, startersOf } from "./starters";

const query = (name: string, gizmo: string, parameters: Partial<Schemas["QueryParameter"]>[] = []) =>
  ({ name, title: name, gizmo, parameters }) as Schemas["Query"];
const example = (name: string, values: Record<string, Schemas["Ref"]> = {}): Schemas["Example"] => ({
  query: name,
  question: `What about ${name}?`,
  arguments: values,
  href: "/api/v1/queries/" + name,
});
const country = { id: "country:UTO", label: "Utopia" };

test("a query of an example has its values, and words of choices that need none", () => {
  const header =
    "// title: lamps\n// parameters:\n//   - {name: by, type: choice, choices: {all: 'rap:speakerFrom'}}\n\n";
  const lamps = query("lamps", header + "g.V(country).In(by).All()\n", [{ name: "by", default: "all" }]);
  expect(startersOf([example("lamps", { country })], [lamps])).toEqual([
    {
      question: "What about lamps?",
      text:
        "// What about lamps?\n" +
        'var country = "<country:UTO>"; // Utopia\nvar by = "<rap:speakerFrom>"; // all\n' +
        "g.V(country).In(by).All()\n",
    },
  ]);
});

test("one that lacks a value, or is not there, is no beginning; a few short ones are enough", () => {
  const queries = [
    query("long", "g.V()\n\n.All()"),
    query("open", "g.V(topic).All()"),
    ...Array.from({ length: maxStarters }, (_, i) => query(`short ${i}`, "g.V().All()")),
  ];
  const examples = [...queries.map((q) => example(q.name)), example("unknown")];
  expect(startersOf(examples, queries).map((s) => s.question)).toEqual(
    Array.from({ length: maxStarters }, (_, i) => `What about short ${i}?`),
  );
});
