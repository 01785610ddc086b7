// What a network can be filtered by, with how much of each there is.

import { kindOf } from "../../kinds";
import type { Network } from "./graph";

export interface Facet {
  id: string;
  label: string;
  count: number;
}

export const kindsIn = (network: Network) =>
  facets([...network.nodes.values()].map((n) => [n.type, kindOf(n.type).plural]));

export const relationsIn = (network: Network) => facets([...network.links.values()].map((l) => [l.predicate, l.label]));

/** The bodies whose records state something here; it counts records. */
export const bodiesIn = (network: Network) =>
  facets([...network.records.values()].flatMap(({ body }) => (body ? [[body.id, body.label ?? body.id]] : [])));

/** The days of the meetings whose records state something here. */
export function daysIn(network: Network): string[] {
  const days = [...network.records.values()].flatMap(({ date }) => (date ? [date] : []));
  return [...new Set(days)].sort();
}

/** The most often first. */
function facets(found: [string, string][] | string[][]): Facet[] {
  const all = new Map<string, Facet>();
  for (const [id = "", label = ""] of found) {
    const facet = all.get(id) ?? { id, label, count: 0 };
    facet.count++;
    all.set(id, facet);
  }
  return [...all.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, "en"));
}
