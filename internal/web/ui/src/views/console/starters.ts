// Queries to begin with, from questions that what is loaded answers.

import type { Schemas } from "../../api/client";
import { choicesIn, define, iriLiteral, withoutHeader, type Value } from "./fill";
import { unknownNames } from "./names";

export interface Starter {
  question: string;
  text: string;
}

export const maxStarters = 5;

/** The first few questions whose query is a whole one with the values of the example; the shortest queries first. */
export function startersOf(examples: Schemas["Example"][], queries: Schemas["Query"][]): Starter[] {
  return examples
    .map((e) => starter(e, queries))
    .filter((s) => s !== undefined)
    .sort((a, b) => a.text.split("\n").length - b.text.split("\n").length)
    .slice(0, maxStarters);
}

function starter(example: Schemas["Example"], queries: Schemas["Query"][]): Starter | undefined {
  const query = queries.find((q) => q.name === example.query);
  if (!query?.gizmo) return undefined;
  const body = withoutHeader(query.gizmo);
  const values: Record<string, Value> = {};
  for (const name of unknownNames(body)) {
    const value = valueOf(name, example, query);
    if (!value) return undefined;
    values[name] = value;
  }
  return { question: example.question, text: `// ${example.question}\n` + define(body, values) };
}

function valueOf(name: string, example: Schemas["Example"], query: Schemas["Query"]): Value | undefined {
  const given = example.arguments[name];
  if (given) return { literal: iriLiteral(given.id), says: given.label };
  const word = query.parameters.find((p) => p.name === name)?.default;
  const choice = word && choicesIn(query.gizmo ?? "", name)[word];
  return choice ? { literal: iriLiteral(choice), says: word } : undefined;
}
