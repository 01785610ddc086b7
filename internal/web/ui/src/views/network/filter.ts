// What of a network is shown.

import { recordOf, type Link, type Network } from "./graph";
import type { Passage } from "../../api/client";

export interface Filter {
  /** Kinds of entities and predicates of links that are left out. */
  withoutKinds: string[];
  withoutRelations: string[];
  /** Entities that somebody took away. */
  hidden: string[];
  /** The body whose records state a link, "" for any. */
  body: string;
  /** The first and the last day of meetings, "" for any. */
  since: string;
  until: string;
  /** The fewest passages that state a link. */
  weight: number;
}

/** What stays whatever the filter: what was begun from, and the way that is shown. */
export interface Kept {
  nodes: Set<string>;
  links: Set<string>;
}

/**
 * The part of a network that passes a filter: links as far as passages of the meetings asked
 * for state them, and the entities at their ends. What no meeting states, such as what the
 * lexicon knows, is shown between entities that the meetings show.
 */
export function filtered(network: Network, filter: Filter, kept: Kept): Network {
  const allowed = allowedNodes(network, filter, kept);
  const chooses = !!(filter.body || filter.since || filter.until);
  const links = new Map<string, Link>();
  const timeless: Link[] = [];
  for (const link of network.links.values()) {
    if (!allowed.has(link.source) || !allowed.has(link.target)) continue;
    if (kept.links.has(link.key)) links.set(link.key, link);
    else if (filter.withoutRelations.includes(link.predicate)) continue;
    else if (!chooses) weighed(link, filter.weight, links);
    else if (link.paragraphs.every((p) => !recordOf(p))) timeless.push(link);
    else weighed(within(link, network, filter), filter.weight, links);
  }
  const nodes = ends(network, allowed, links, kept);
  for (const link of timeless)
    if (nodes.has(link.source) && nodes.has(link.target)) weighed(link, filter.weight, links);
  return { nodes, links, records: network.records };
}

function allowedNodes(network: Network, filter: Filter, kept: Kept): Set<string> {
  const allowed = new Set<string>();
  for (const { id, type } of network.nodes.values()) {
    const away = filter.withoutKinds.includes(type) || filter.hidden.includes(id);
    if (kept.nodes.has(id) || !away) allowed.add(id);
  }
  return allowed;
}

function weighed(link: Link, weight: number, into: Map<string, Link>): void {
  if (link.weight >= Math.max(weight, 1)) into.set(link.key, link);
}

/** The link as far as the meetings asked for state it; its weight is 0 where none does. */
function within(link: Link, network: Network, filter: Filter): Link {
  const paragraphs = link.paragraphs.filter((p) => stands(p, network, filter));
  return { ...link, paragraphs, weight: paragraphs.length };
}

function stands(passage: Passage, network: Network, { body, since, until }: Filter): boolean {
  const record = network.records.get(recordOf(passage) ?? "");
  if (!record || (body && record.body?.id !== body)) return false;
  if (!since && !until) return true;
  const { date } = record;
  return !!date && (!since || date >= since) && (!until || date <= until);
}

function ends(network: Network, allowed: Set<string>, links: Map<string, Link>, kept: Kept): Network["nodes"] {
  const linked = new Set([...links.values()].flatMap((l) => [l.source, l.target]));
  return new Map([...network.nodes].filter(([id]) => allowed.has(id) && (linked.has(id) || kept.nodes.has(id))));
}
