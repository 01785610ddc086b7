// A fragment of a paragraph as pieces that are marked or not.

import type { Schemas } from "../../api/client";

export interface Piece {
  text: string;
  marked: boolean;
}

/** The pieces of a fragment. Places are in code points, of which some characters are two of JavaScript's. */
export function pieces(fragment: Pick<Schemas["Fragment"], "text" | "marks">): Piece[] {
  const letters = [...fragment.text];
  const found: Piece[] = [];
  let at = 0;
  const cut = (end: number, marked: boolean) => {
    if (end > at) found.push({ text: letters.slice(at, end).join(""), marked });
    at = Math.max(at, end);
  };
  for (const mark of fragment.marks) {
    cut(mark.start, false);
    cut(mark.end, true);
  }
  cut(letters.length, false);
  return found;
}
