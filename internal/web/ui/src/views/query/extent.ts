// How much of an answer is shown, in words.

import type { Answer } from "../../table";

export function extent(answer: Answer, offset: number): string {
  const total = answer.total ?? answer.rows.length;
  if (total === 0) return "No rows";
  const all = total.toLocaleString("en") + (answer.truncated ? " rows or more" : total === 1 ? " row" : " rows");
  if (answer.rows.length === total) return all;
  const from = offset + 1;
  return `Rows ${from.toLocaleString("en")} to ${(offset + answer.rows.length).toLocaleString("en")} of ${all}`;
}
