// What is said of the relations of an entity, by what is said: that it is so, that it is not, and so on.

import type { Passage, Ref } from "../../api/client";
import { items, type Answer, type Row } from "../../table";

export interface Statement {
  subject: Ref;
  relation: string;
  object: Ref;
  modality: string;
  /** When it was ratified and so on, if it is stated. */
  when?: string;
  /** Null where nobody is named. */
  speaker: Partial<Ref> | string | null;
  speaksFor?: Ref;
  words?: string;
  paragraphs: Passage[];
}

const modalities = [
  { id: "asserted", title: "Said to be so" },
  { id: "negated", title: "Said not to be so" },
  { id: "intended", title: "Intended" },
  { id: "recommended", title: "Recommended" },
  { id: "asked", title: "Asked about" },
  { id: "possible", title: "Said to be possible" },
];

/** The queries whose rows are statements, by the tab that shows them. */
export const sources: Record<string, { query: string; parameter: string; read: (row: Row) => Statement }> = {
  relations: {
    query: "relations-of",
    parameter: "entity",
    read: (row) => ({
      ...common(row),
      ...direction(row.subject as Ref, row.relation as Ref, row.object as Ref),
      words: (row.words as string) ?? undefined,
      paragraphs: items(row.paragraph) as Passage[],
    }),
  },
  ratifications: {
    query: "ratifications",
    parameter: "what",
    read: (row) => ({
      ...common(row),
      subject: row.who as Ref,
      object: row.agreement as Ref,
      speaksFor: (row.speaks_for as Ref) ?? undefined,
      paragraphs: items(row.paragraphs) as Passage[],
    }),
  },
};

/** An agreement has its parties; people say that they are parties to it. */
function direction(subject: Ref, relation: Ref, object: Ref) {
  if (relation.id === "rap:party") return { subject: object, relation: "party to", object: subject };
  return { subject, relation: relation.label, object };
}

function common(row: Row) {
  return {
    relation: (row.relation as Ref).label,
    modality: String(row.modality),
    when: row.when === null || row.when === undefined ? undefined : String(row.when),
    speaker: (row.speaker as Statement["speaker"]) ?? null,
  };
}

export interface Group {
  id: string;
  title: string;
  statements: Statement[];
}

/** Statements by modality, in an order of their own; a modality that nobody knows here comes last. */
export function byModality(answer: Answer, read: (row: Row) => Statement): Group[] {
  const all = answer.rows.map(read);
  const others = [...new Set(all.map((s) => s.modality))].filter((m) => !modalities.some((k) => k.id === m));
  return [...modalities, ...others.map((id) => ({ id, title: id }))]
    .map((m) => ({ ...m, statements: all.filter((s) => s.modality === m.id) }))
    .filter((g) => g.statements.length > 0);
}
