// Rows as a network, in the shape of an answer of /api/v1/graph: entities that stand in
// one row are linked, and the paragraphs of the row are where the link is stated.

import { typeOfId } from "../../kinds";
import { isEntity, paragraphOf } from "./ids";
import type { Result } from "./rows";

export interface Node {
  id: string;
  label: string;
  type: string;
}

export interface Link {
  source: string;
  target: string;
  /** The names of the columns, such as "agreement – id". */
  label: string;
  /** How many rows have both. */
  weight: number;
  paragraphs: { id: string; symbol: string; number: number; cite_as: string }[];
}

/** The links of some rows, those of most rows first. A row with one entity and a paragraph links it to the paragraph's record. */
export function linksOf(result: Result): Link[] {
  const links = new Map<string, Stated>();
  for (const row of result.rows) {
    const { ends, paragraphs } = read(row, result.columns);
    for (const [i, a] of ends.entries()) for (const b of ends.slice(i + 1)) join(links, a, b, paragraphs);
  }
  return [...links.values()]
    .map(({ paragraphs, ...link }) => ({ ...link, paragraphs: [...paragraphs.values()] }))
    .sort((a, b) => b.weight - a.weight);
}

/** The ends of links, each once, by their names where these are known. */
export function nodesOf(links: Link[], names: ReadonlyMap<string, string>): Node[] {
  const ids = new Set(links.flatMap((l) => [l.source, l.target]));
  return [...ids].map((id) => ({ id, label: names.get(id) ?? id.slice(id.indexOf(":") + 1), type: typeOfId(id) }));
}

/** A link whose paragraphs are still gathered, by their ids. */
type Stated = Omit<Link, "paragraphs"> & { paragraphs: Map<string, Link["paragraphs"][number]> };

interface End {
  id: string;
  column: string;
}

function read(row: Result["rows"][number], columns: string[]): { ends: End[]; paragraphs: Link["paragraphs"] } {
  const ends: End[] = [];
  const paragraphs: Link["paragraphs"] = [];
  // Where a path ended comes last, behind what it passed.
  for (const column of [...columns.filter((c) => c !== "id"), "id"]) {
    const cell = row[column];
    if (cell?.type !== "iri" || typeof cell.value !== "string") continue;
    const id = cell.value;
    const paragraph = paragraphOf(id);
    if (paragraph && !paragraphs.some((p) => p.id === id)) paragraphs.push(paragraph);
    else if (isEntity(id) && !ends.some((e) => e.id === id)) ends.push({ id, column });
  }
  const [stated] = paragraphs;
  if (ends.length === 1 && stated) ends.push({ id: "record:" + stated.symbol, column: "record" });
  return { ends, paragraphs };
}

function join(links: Map<string, Stated>, a: End, b: End, paragraphs: Link["paragraphs"]): void {
  const key = a.id + " " + b.id;
  const label = `${a.column} – ${b.column}`;
  const link = links.get(key) ?? { source: a.id, target: b.id, label, weight: 0, paragraphs: new Map() };
  links.set(key, link);
  link.weight++;
  for (const p of paragraphs) link.paragraphs.set(p.id, p);
}
