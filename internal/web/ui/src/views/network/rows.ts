// The answer of a named query as a part of a network: the entities of its rows, linked where
// a row has both, by the passages that the row rests on.

import type { Passage } from "../../api/client";
import { typeOfId } from "../../kinds";
import { items, textOf, type Answer, type Item, type Row } from "../../table";
import { keyOf, type Node, type Part, type Statement } from "./graph";

/** An item with an id; a speaker who is only printed has none. */
type Thing = Exclude<Item, string | number> & { id: string };

const cellsOf = (row: Row, answer: Answer, ...types: string[]): Thing[][] =>
  answer.columns
    .filter((c) => types.includes(c.type))
    .map((c) => items(row[c.name]).filter((i): i is Thing => typeof i === "object" && i.id !== null));

/**
 * The part, without what is known of its records. What was asked about, such as the institution
 * that is traced, stands in no row: it is linked with the first entities of each.
 */
export function partOfAnswer(answer: Answer, about: Node[]): Part {
  const nodes = new Map(about.map((n) => [n.id, n]));
  const links = new Map<string, Statement>();
  for (const row of answer.rows) {
    const groups = cellsOf(row, answer, "entity", "value").map((cell) => cell.map(nodeOf).filter((n) => n.type));
    const filled = groups.filter((g) => g.length > 0);
    filled.flat().forEach((n) => nodes.has(n.id) || nodes.set(n.id, n));
    const passages = passagesOf(row, answer);
    const unsaid = about.filter((a) => !filled.flat().some((n) => n.id === a.id));
    for (const [source, target] of [...pairs([unsaid, filled[0] ?? []]), ...pairs(filled)])
      state(links, source, target, answer, passages);
  }
  return { nodes: [...nodes.values()], links: [...links.values()], records: [] };
}

const nodeOf = (thing: Thing): Node => ({ id: thing.id, label: textOf(thing), type: typeOfId(thing.id) });

/** The paragraphs of a row, or else the records it names. */
function passagesOf(row: Row, answer: Answer): Passage[] {
  const paragraphs = cellsOf(row, answer, "paragraph").flat() as Passage[];
  if (paragraphs.length) return paragraphs;
  return cellsOf(row, answer, "record")
    .flat()
    .map((r) => ({ id: r.id, cite_as: r.symbol ?? r.id }));
}

/** Pairs of entities of different columns. */
function* pairs(groups: Node[][]): Generator<[string, string]> {
  for (const [i, group] of groups.entries())
    for (const other of groups.slice(i + 1).flat())
      for (const one of group) if (one.id !== other.id) yield [one.id, other.id];
}

function state(links: Map<string, Statement>, source: string, target: string, answer: Answer, passages: Passage[]) {
  const link = { source, target, predicate: answer.query, label: answer.title, weight: 0, paragraphs: [] as Passage[] };
  const known = links.get(keyOf(link)) ?? link;
  const ids = new Set(known.paragraphs.map((p) => p.id));
  known.paragraphs.push(...passages.filter((p) => !ids.has(p.id)));
  known.weight = Math.max(known.paragraphs.length, 1);
  links.set(keyOf(known), known);
}
