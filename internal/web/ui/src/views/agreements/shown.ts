// How much of the matrix is shown, in words.

import { counted } from "../../numbers";
import { most, type Matrix } from "./matrix";

export function extent({ agreements, states }: Pick<Matrix, "agreements" | "states">): string {
  return `${counted(agreements.length, "agreement")} and ${counted(states.length, "State")}`;
}

/** What there is no room for, "" for nothing. */
export function left({ agreements, states, total }: Pick<Matrix, "agreements" | "states" | "total">): string {
  const parts = [
    total.agreements > agreements.length && counted(total.agreements, "agreement"),
    total.states > states.length && counted(total.states, "State"),
  ].filter(Boolean);
  if (parts.length === 0) return "";
  return (
    `There are ${parts.join(" and ")}. The table has room for ${most.agreements} agreements and ${most.states} States, ` +
    "and shows those with the most paragraphs. Narrow by names to see others."
  );
}
