// Finding in a record: the paragraphs of a speaker, on a topic, that name an entity.

import { kindOf, named, typeOfId } from "../../kinds";
import { plainName, speakerKey } from "./speakers";
import type { Paragraph } from "./shapes";

/** What is looked for; what is empty does not matter. */
export interface Wanted {
  speaker: string;
  topic: string;
  entity: string;
}

export const wantsNothing = (w: Wanted) => !w.speaker && !w.topic && !w.entity;

/** The numbers of the paragraphs that have all that is wanted; none where nothing is. */
export function find(paragraphs: Paragraph[], wanted: Wanted): number[] {
  if (wantsNothing(wanted)) return [];
  return paragraphs.filter((p) => fits(p, wanted)).map((p) => p.number);
}

function fits(p: Paragraph, { speaker, topic, entity }: Wanted): boolean {
  return (
    (!speaker || speakerKey(p.speaker) === speaker) &&
    (!topic || p.topics.some(({ id }) => id === topic)) &&
    (!entity || [...p.mentions, ...p.cites, ...p.provisions].some(({ id }) => id === entity))
  );
}

/** The number after (1) or before (-1) a place, around the end; the place need not be among them. */
export function step(numbers: number[], from: number, direction: 1 | -1): number | undefined {
  if (direction === 1) return numbers.find((n) => n > from) ?? numbers[0];
  return numbers.findLast((n) => n < from) ?? numbers.at(-1);
}

export interface Choice {
  value: string;
  label: string;
}

const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });
const byLabel = (a: Choice, b: Choice) => collator.compare(a.label, b.label);

/** The speakers of a record. */
export function speakerChoices(paragraphs: Paragraph[]): Choice[] {
  const names = new Map<string, string>();
  for (const { speaker } of paragraphs)
    if (speaker && !names.has(speakerKey(speaker))) names.set(speakerKey(speaker), plainName(speaker));
  return [...names].map(([value, label]) => ({ value, label })).sort(byLabel);
}

/** The entities that a record names, kind by kind in the order of legends. */
export function entityChoices(paragraphs: Paragraph[]): { kind: string; choices: Choice[] }[] {
  const labels = new Map<string, string>();
  for (const p of paragraphs) for (const { id, label } of [...p.mentions, ...p.cites]) labels.set(id, label);
  const choices = [...labels].map(([value, label]) => ({ value, label })).sort(byLabel);
  return named
    .map(({ id }) => ({ kind: kindOf(id).plural, choices: choices.filter((c) => typeOfId(c.value) === id) }))
    .filter((group) => group.choices.length > 0);
}
