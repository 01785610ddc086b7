// The network as the explorer holds it: entities, links between them with the passages that
// state them, and the records that those stand in. It is a sum of parts: the neighbourhoods
// of entities, the rows of an answer, a way. Taking a part away takes back what it brought.

import type { Passage, Schemas } from "../../api/client";

export type RecordRef = Schemas["RecordRef"];
export type Node = Pick<Schemas["Node"], "id" | "label"> & { type: string };
export type Statement = Schemas["Link"];

/** What is added at once. */
export interface Part {
  nodes: Node[];
  links: Statement[];
  records: RecordRef[];
}

/** A link and the key that it has among all: two entities may be linked by several relations. */
export type Link = Statement & { key: string };

export interface Network {
  nodes: Map<string, Node>;
  links: Map<string, Link>;
  /** By id, such as "record:CMW/C/SR.464". */
  records: Map<string, RecordRef>;
}

/** The predicate of what the same paragraphs name; it has no direction and is no fact. */
export const together = "together";

/** Ids have no spaces, so that those of lists and keys are parted by them. */
export const keyOf = (l: Pick<Statement, "source" | "predicate" | "target">) =>
  `${l.source} ${l.predicate} ${l.target}`;

/** The id of the record that a passage stands in; what the lexicon says stands in none. */
export function recordOf(passage: Passage): string | undefined {
  if (passage.symbol) return "record:" + passage.symbol;
  return passage.id.startsWith("record:") ? passage.id : undefined;
}

/** All parts as one network. A link that several parts know has the passages of all. */
export function merged(parts: Part[]): Network {
  const all: Network = { nodes: new Map(), links: new Map(), records: new Map() };
  for (const part of parts) {
    for (const node of part.nodes) if (!all.nodes.has(node.id)) all.nodes.set(node.id, node);
    for (const record of part.records) all.records.set(record.id, record);
  }
  for (const link of parts.flatMap((p) => p.links)) {
    if (!all.nodes.has(link.source) || !all.nodes.has(link.target)) continue;
    const key = keyOf(link);
    const known = all.links.get(key);
    all.links.set(key, known ? joined(known, link) : { ...link, key });
  }
  return all;
}

function joined(a: Link, b: Statement): Link {
  const ids = new Set(a.paragraphs.map((p) => p.id));
  const paragraphs = [...a.paragraphs, ...b.paragraphs.filter((p) => !ids.has(p.id))];
  return { ...a, paragraphs, weight: Math.max(a.weight, b.weight, paragraphs.length) };
}

/** The links of each entity. */
export function linksByNode(network: Network): Map<string, Link[]> {
  const by = new Map<string, Link[]>([...network.nodes.keys()].map((id) => [id, []]));
  for (const link of network.links.values()) {
    by.get(link.source)?.push(link);
    by.get(link.target)?.push(link);
  }
  return by;
}

/** The entity at the other end of a link. */
export const otherEnd = (link: Link, id: string) => (link.source === id ? link.target : link.source);

/** The days of the meetings whose records state a link, the first first. */
export function datesOf(link: Link, network: Network): string[] {
  const dates = link.paragraphs.map((p) => network.records.get(recordOf(p) ?? "")?.date).filter((d) => !!d);
  return [...new Set(dates as string[])].sort();
}
