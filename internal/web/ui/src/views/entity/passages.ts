// Passages by where they stand: the paragraphs of one record stand together, as in
// "CMW/C/SR.464, paras. 5 and 12".

import type { Passage } from "../../api/client";

export interface Place {
  /** The symbol of a record, or what else states something, such as the lexicon. */
  name: string;
  passages: Passage[];
}

/** Passages by record, in the order in which the records come first. */
export function places(passages: Passage[]): Place[] {
  const found = new Map<string, Passage[]>();
  for (const p of passages) {
    const name = p.symbol ?? p.cite_as;
    const there = found.get(name);
    if (there) there.push(p);
    else found.set(name, [p]);
  }
  return [...found].map(([name, passages]) => ({ name, passages }));
}
