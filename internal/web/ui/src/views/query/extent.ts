// How much of an answer is shown, in words.

import { counted, digits } from "../../numbers";
import type { Answer } from "../../table";

export function extent(answer: Answer, offset: number): string {
  const total = answer.total ?? answer.rows.length;
  if (total === 0) return "No rows";
  const all = counted(total, "row") + (answer.truncated ? " or more" : "");
  if (answer.rows.length === total) return all;
  return `Rows ${digits(offset + 1)} to ${digits(offset + answer.rows.length)} of ${all}`;
}
