// How much of the matrix is shown, in words.

import { most, type Matrix } from "./matrix";

const count = (n: number, one: string, many: string) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

export function extent({ agreements, states }: Pick<Matrix, "agreements" | "states">): string {
  return `${count(agreements.length, "agreement", "agreements")} and ${count(states.length, "State", "States")}`;
}

/** What there is no room for, "" for nothing. */
export function left({ agreements, states, total }: Pick<Matrix, "agreements" | "states" | "total">): string {
  const parts = [
    total.agreements > agreements.length && `${total.agreements.toLocaleString("en")} agreements`,
    total.states > states.length && `${total.states.toLocaleString("en")} States`,
  ].filter(Boolean);
  if (parts.length === 0) return "";
  return (
    `There are ${parts.join(" and ")}. The table has room for ${most.agreements} agreements and ${most.states} States, ` +
    "and shows those with the most paragraphs. Narrow by names to see others."
  );
}
