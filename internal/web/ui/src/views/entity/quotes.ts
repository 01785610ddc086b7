// Paragraphs that name something, meeting by meeting.

import type { Schemas } from "../../api/client";

export type Quote = Schemas["Quote"];

/** Paragraphs of one record, which follow each other in a list. */
export function byRecord(quotes: Quote[]): Quote[][] {
  const found: Quote[][] = [];
  for (const q of quotes) {
    const last = found.at(-1);
    if (last?.[0]?.symbol === q.symbol) last.push(q);
    else found.push([q]);
  }
  return found;
}
