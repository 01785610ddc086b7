// A text cut where mentions begin and end, so that each piece is marked once even
// where mentions overlap.

import type { Mention } from "./shapes";

export interface Segment {
  text: string;
  /** What the piece is part of, the shortest mention first, which leads: the piece links to it. */
  mentions: Mention[];
  /** Whether the leading mention begins here; its later pieces need no stop of the keyboard. */
  begins: boolean;
}

/** The pieces of a text. Mentions count in code points; those that lie outside the text are left out. */
export function segments(text: string, mentions: Mention[]): Segment[] {
  const at = offsets(text);
  const within = mentions.filter((m) => m.start < m.end && at(m.end) <= text.length);
  const cuts = [...new Set([0, text.length, ...within.flatMap((m) => [at(m.start), at(m.end)])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const covering = within
      .filter((m) => at(m.start) <= start && start < at(m.end))
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    return {
      text: text.slice(start, cuts[i + 1]),
      mentions: covering,
      begins: covering[0] !== undefined && at(covering[0].start) === start,
    };
  });
}

/** Where the code point of a number stands in a string; beyond its end, beyond the string. */
function offsets(text: string): (codePoint: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (n) => n;
  const starts: number[] = [];
  let next = 0;
  for (const point of text) {
    starts.push(next);
    next += point.length;
  }
  starts.push(next);
  return (n) => starts[n] ?? Infinity;
}
