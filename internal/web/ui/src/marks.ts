// Fragments of text in which words are marked.

import type { Schemas } from "./api/client";

/** A run of characters, marked or not. */
export interface Piece {
  text: string;
  marked: boolean;
}

/**
 * Cuts a fragment at its marks. The API counts code points; JavaScript counts halves of
 * those beyond the basic plane, so the text is taken apart first.
 */
export function pieces({ text, marks }: Pick<Schemas["Fragment"], "text" | "marks">): Piece[] {
  const points = Array.from(text);
  const out: Piece[] = [];
  let at = 0;
  const take = (end: number, marked: boolean) => {
    if (end > at) out.push({ text: points.slice(at, end).join(""), marked });
    at = Math.max(at, end);
  };
  for (const mark of marks) {
    take(mark.start, false);
    take(mark.end, true);
  }
  take(points.length, false);
  return out;
}
