// What an address asks of a question, and the addresses that follow from it.

import { withQuery } from "../../links";
import { typeOfId } from "../../kinds";
import { needed, type Arguments, type Question } from "../../questions";

/** Rows on a page. */
export const pageSize = 100;

/** The arguments that an address has for a question. */
export function given(question: Question, query: URLSearchParams): Arguments {
  const values = question.parameters.map((p) => [p.name, query.get(p.name) ?? ""] as const);
  return Object.fromEntries(values.filter(([, value]) => value));
}

/** The parameters that must be given and are not. */
export const missing = (question: Question, values: Arguments) =>
  question.parameters.filter((p) => needed(p) && !values[p.name]?.trim());

/** What a page shows of an answer. */
export interface Part {
  /** Columns to sort by, as the API takes them. */
  sort: string;
  offset: number;
}

/** The address of a page of an answer in the API. */
export const pageAddress = (question: Question, values: Arguments, { sort, offset }: Part) =>
  withQuery(question.href, { ...values, sort, limit: String(pageSize), offset: offset ? String(offset) : "" });

/** The address of the whole answer in a form. */
export const fileAddress = (question: Question, values: Arguments, sort: string, format: "csv" | "json") =>
  withQuery(question.href, { ...values, sort, format });

/**
 * The program of a question for the console, where its parameters are variables. What was typed and
 * means something only to this question is left for the reader to fill in.
 */
export function program(question: Question, values: Arguments): string {
  const lines = question.parameters.flatMap(({ name }) => {
    const ids = (values[name] ?? "").split(",").filter(Boolean);
    if (ids.length === 0 || !ids.every(typeOfId)) return [];
    const literals = ids.map((id) => JSON.stringify(`<${id}>`));
    return `var ${name} = ${literals.length === 1 ? literals[0] : `[${literals.join(", ")}]`};\n`;
  });
  const body = (question.gizmo ?? "").replace(/^(?:\/\/.*\n)+\n*/, "");
  return `// ${question.title}\n${lines.join("")}${body}`;
}
