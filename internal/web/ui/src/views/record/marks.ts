// Which mentions are marked: all kinds but those that the address hides.

import { named } from "../../kinds";
import type { Paragraph } from "./shapes";

/** A kind of which a record names something, and how often. */
export interface Count {
  kind: (typeof named)[number];
  mentions: number;
}

/** How often each kind is named, in the order of legends. */
export function counts(paragraphs: Paragraph[]): Count[] {
  const byType = new Map<string, number>();
  for (const p of paragraphs) for (const m of p.mentions) byType.set(m.type, (byType.get(m.type) ?? 0) + 1);
  return named.map((kind) => ({ kind, mentions: byType.get(kind.id) ?? 0 })).filter(({ mentions }) => mentions > 0);
}

/** The kinds that an address hides, such as "Person,Country". */
export const hiddenKinds = (parameter: string) => new Set(parameter.split(",").filter(Boolean));

/** The parameter after one kind was shown or hidden; kinds stand in the order of legends. */
export function toggled(hidden: Set<string>, kind: string): string {
  return named
    .map(({ id }) => id)
    .filter((id) => hidden.has(id) !== (id === kind))
    .join(",");
}
