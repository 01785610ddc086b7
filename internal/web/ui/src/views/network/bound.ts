// How much of a network is drawn at once, so that it can be moved without waiting.

import type { Kept } from "./filter";
import { linksByNode, together, type Link, type Network, type Node } from "./graph";

export interface Bounds {
  nodes: number;
  links: number;
}

export const drawn: Bounds = { nodes: 500, links: 2000 };

export interface Bounded {
  network: Network;
  /** How many did not fit. */
  leftOut: Bounds;
}

/** As many entities and links as fit: what is kept, then what most passages state, facts first. */
export function bounded(network: Network, kept: Kept, bounds: Bounds = drawn): Bounded {
  const nodes = new Map(chosen(network, kept, bounds.nodes).map((n) => [n.id, n]));
  const between = [...network.links.values()].filter((l) => nodes.has(l.source) && nodes.has(l.target));
  const links = new Map(heaviest(between, kept, bounds.links).map((l) => [l.key, l]));
  return {
    network: { nodes, links, records: network.records },
    leftOut: { nodes: network.nodes.size - nodes.size, links: network.links.size - links.size },
  };
}

function chosen(network: Network, kept: Kept, most: number): Node[] {
  const all = [...network.nodes.values()];
  if (all.length <= most) return all;
  const by = linksByNode(network);
  const strength = (n: Node) =>
    by.get(n.id)!.reduce((sum, l) => sum + (l.predicate === together ? 1e-6 : 1) * l.weight, 0);
  return ranked(all, (n) => (kept.nodes.has(n.id) ? Infinity : strength(n))).slice(0, most);
}

/** What is only named together comes after all facts. */
function heaviest(links: Link[], kept: Kept, most: number): Link[] {
  if (links.length <= most) return links;
  const heaviestTogether = Math.max(...links.map((l) => l.weight));
  return ranked(links, (l) =>
    kept.links.has(l.key) ? Infinity : l.weight + (l.predicate === together ? 0 : heaviestTogether),
  ).slice(0, most);
}

function ranked<T>(all: T[], rank: (one: T) => number): T[] {
  return all
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => (a.rank === b.rank ? 0 : b.rank - a.rank))
    .map(({ one }) => one);
}
