// Which topics are spoken of when.

import type { Paragraph } from "./shapes";

export interface Topic {
  id: string;
  label: string;
  /** The numbers of its paragraphs, in order. */
  numbers: number[];
}

/** The topics of a record, those of most paragraphs first, and those that come up first among equals. */
export function topicsOf(paragraphs: Paragraph[]): Topic[] {
  const byId = new Map<string, Topic>();
  for (const p of paragraphs) {
    for (const { id, label } of p.topics) {
      const topic = byId.get(id) ?? { id, label, numbers: [] };
      byId.set(id, topic);
      topic.numbers.push(p.number);
    }
  }
  return [...byId.values()].sort((a, b) => b.numbers.length - a.numbers.length || a.numbers[0]! - b.numbers[0]!);
}

/** The number that lies nearest to a place, from 0 to 1, between the first and the last of all. */
export function nearest(numbers: number[], place: number, first: number, last: number): number | undefined {
  const wanted = first + place * (last - first);
  let best: number | undefined;
  for (const n of numbers) if (best === undefined || Math.abs(n - wanted) < Math.abs(best - wanted)) best = n;
  return best;
}

/** Where a number lies between the first and the last, from 0 to 1. */
export const placeOf = (number: number, first: number, last: number) =>
  last === first ? 0.5 : (number - first) / (last - first);
