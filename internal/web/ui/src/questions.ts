// Named queries as the API lists them, and what they are asked about.

import { kindOf } from "./kinds";
import type { Schemas } from "./api/client";

/** A named query; `asks` is what it asks in words, with its parameters in braces. */
export type Question = Schemas["Query"];
export type Parameter = Schemas["QueryParameter"];
export type Arguments = Record<string, string>;

/** The classes of what a parameter takes; none is any. */
export function classesOf(parameter: Parameter): string[] {
  if (parameter.type === "record") return ["SummaryRecord"];
  if (parameter.type === "paragraph") return ["Paragraph"];
  return parameter.classes ?? [];
}

/** Whether a parameter must be given. */
export const needed = (p: Parameter) => !p.optional && !p.default;

/** The parameter that says what a question is about: the first that must be given. */
export const subject = (q: Question) => q.parameters.find(needed);

/** What a parameter is called: "speaks_for" is "Speaks for". */
export function nameOf(parameter: Parameter): string {
  const words = parameter.name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A kind within a sentence: "a country", "an institution". */
export function aKind(type: string): string {
  const name = kindOf(type).label.toLowerCase();
  return (/^[aeiou]/.test(name) ? "an " : "a ") + name;
}

/** Kinds as one may choose between them: "a country, a person or an institution". */
export function either(types: string[]): string {
  const all = types.map(aKind);
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`;
}

/** What a question asks, with its parameters in words: "Which agreements has … cited?". */
export const asked = (q: Question) => (q.asks ?? "").replaceAll(/[“"]?\{\w+\}[”"]?/g, "…");

/** A question with arguments that what is loaded answers. */
export type Example = Schemas["Example"];

export const byQuery = (examples: Example[]) => new Map(examples.map((e) => [e.query, e]));

/** The arguments of an example, as an address says them. */
export const argumentsOf = (example: Example): Arguments =>
  Object.fromEntries(Object.entries(example.arguments).map(([name, { id }]) => [name, id ?? ""]));
