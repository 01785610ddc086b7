// What the parameters of a named query are, and giving them values in its text.

import type { Schemas } from "../../api/client";

export type Parameter = Schemas["QueryParameter"];

/** A value as the text writes it, and a word on what it is. */
export interface Value {
  literal: string;
  says?: string;
}

export const iriLiteral = (id: string) => JSON.stringify(`<${id}>`);

/** Defines names before the first line that is no comment. */
export function define(text: string, values: Record<string, Value>): string {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.trim() && !line.trim().startsWith("//"));
  const definitions = Object.entries(values).map(
    ([name, { literal, says }]) => `var ${name} = ${literal};` + (says ? ` // ${says.replace(/\s+/g, " ")}` : ""),
  );
  lines.splice(first < 0 ? lines.length : first, 0, ...definitions);
  return lines.join("\n");
}

/** The named query whose text this was: a comment says the title. */
export function queryOf<Q extends { title: string }>(text: string, queries: Q[]): Q | undefined {
  const comments = [...text.matchAll(/^\/\/ (?:title: )?(.*)$/gm)].map((m) => m[1]!.trim());
  return queries.find((q) => comments.includes(q.title));
}

/** What the words of a choice stand for in the query: the header of its text says so. */
export function choicesIn(text: string, name: string): Record<string, string> {
  const [, stretch = ""] = text.split(new RegExp(`^// +- .*\\bname: ${name}\\b`, "m"));
  const own = stretch.split(/^\/\/ +- |^\/\/ ?\w/m)[0]!;
  const [, pairs = ""] = /choices: \{([^}]*)\}/.exec(own) ?? [];
  return Object.fromEntries([...pairs.matchAll(/([\w ]+): '?([\w:-]+)'?/g)].map((m) => [m[1]!.trim(), m[2]!]));
}

/** The text without its header, which only the named query has a use for. */
export function withoutHeader(text: string): string {
  return text.replace(/^(\s*\/\/.*\n)+/, "").trim() + "\n";
}

/** What somebody gave for a parameter, as the text writes it; undefined where it is no value. */
export function literalOf(parameter: Pick<Parameter, "type">, given: string): string | undefined {
  const text = given.trim();
  if (!text) return undefined;
  const prefixed = (prefix: string) => iriLiteral(text.startsWith(prefix) ? text : prefix + text);
  switch (parameter.type) {
    case "entity":
      return /^\w+:\S/.test(text) ? iriLiteral(text) : undefined;
    case "record":
      return prefixed("record:");
    case "paragraph":
      return prefixed("para:");
    case "integer":
      return /^-?\d+$/.test(text) ? text : undefined;
    default:
      return JSON.stringify(text);
  }
}
