// Corrections: what a person decides about what the program found. docs/corrections.md
// says what each action means.

import type { Schemas } from "../api/client";

export type Entry = Schemas["CorrectionEntry"];
export type Action = Entry["action"];

/** What a correction is about: an entity and, where it was met in a text, that place. */
export interface Subject {
  id: string;
  label: string;
  /** The mention that was met, if it was one. */
  mention?: { words: string; paragraph: string; record: string; cite: string };
}

/** How far a correction reaches. */
export type Reach = "everywhere" | "record" | "paragraph" | "words";

export interface Draft {
  action: Action;
  /** The entity that it is instead, of a merge. */
  into: string;
  /** The id of an entity of its own, of a split or a rename. */
  to: string;
  label: string;
  reach: Reach;
  /** Which words or record is reached, where no mention says it. */
  words: string;
  record: string;
  reason: string;
}

export const blank: Draft = {
  action: "merge",
  into: "",
  to: "",
  label: "",
  reach: "everywhere",
  words: "",
  record: "",
  reason: "",
};

export const actions: { action: Action; title: string; help: string }[] = [
  { action: "merge", title: "It is another entity", help: "What is named here is an entity that has a page already." },
  { action: "split", title: "It is an entity of its own", help: "Two things go by one name; give this one its own." },
  { action: "relabel", title: "It is called otherwise", help: "The name to show is wrong; the id stays." },
  {
    action: "rename",
    title: "It needs another id",
    help: "The id is misleading; links to the old one still lead here.",
  },
  { action: "reject", title: "It is nothing", help: "These words name no person, institution or text at all." },
];

interface Scope {
  reach: Reach;
  title: string;
  actions: Action[];
}

const everywhere: Scope = {
  reach: "everywhere",
  title: "everywhere",
  actions: ["merge", "rename", "reject", "relabel"],
};
const narrow: Action[] = ["merge", "split", "rename", "reject"];

/** Reaches for a mention, the narrowest first. */
const ofMention = ({ words, record, cite }: NonNullable<Subject["mention"]>): Scope[] => [
  { reach: "words", title: `only “${words}” in ${cite}`, actions: ["merge", "split", "reject"] },
  { reach: "paragraph", title: `all of ${cite}`, actions: narrow },
  { reach: "record", title: `all of ${record.slice("record:".length)}`, actions: [...narrow, "relabel"] },
  everywhere,
];

/** Reaches where nothing but the entity is known. */
const ofEntity: Scope[] = [
  everywhere,
  { reach: "words", title: "some words, as they are printed", actions: ["merge", "split", "reject"] },
  { reach: "record", title: "one record", actions: [...narrow, "relabel"] },
];

/** How far an action can reach. */
export function reaches(action: Action, { mention }: Subject): Scope[] {
  return (mention ? ofMention(mention) : ofEntity).filter((s) => s.actions.includes(action));
}

/** Whether something can be corrected: articles of an instrument follow the instrument. */
export const correctable = (id: string) => !id.includes("#") && !/^(record|meeting):/.test(id);

/** The entry that a draft makes. */
export function entryOf(draft: Draft, subject: Subject): Entry {
  const { action, reach } = draft;
  const entry: Entry = { action, id: subject.id, reason: draft.reason.trim() };
  if (action === "merge") entry.into = draft.into;
  if (action === "split" || action === "rename") entry.to = draft.to.trim();
  if (action === "split" || action === "relabel") entry.label = draft.label.trim();
  const place = subject.mention ?? { words: draft.words.trim(), record: draft.record, paragraph: "" };
  if (reach === "record") entry.record = place.record;
  if ((reach === "paragraph" || reach === "words") && place.paragraph) entry.paragraph = place.paragraph;
  if (reach === "words") entry.words = place.words;
  return entry;
}

/** What a draft still lacks, as a sentence; "" when it can be sent. */
export function lacking(draft: Draft, subject: Subject): string {
  const { action, reach } = draft;
  if (action === "merge" && !draft.into) return "Choose the entity that it is.";
  if ((action === "split" || action === "relabel") && !draft.label.trim()) return "Say what it is called.";
  if ((action === "split" || action === "rename") && !/^[a-z]+:.+/.test(draft.to)) return "Give it an id.";
  if (!subject.mention && reach === "words" && !draft.words.trim()) return "Say which words, as they are printed.";
  if (!subject.mention && reach === "record" && !draft.record) return "Choose the record.";
  if (!draft.reason.trim()) return "Say why; in a year somebody will ask.";
  return "";
}

/** An id beside another one, of the same kind and State, for a name. */
export function idFor(label: string, beside: string): string {
  const slug = label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const slash = beside.lastIndexOf("/");
  const stem = slash > 0 ? beside.slice(0, slash + 1) : beside.slice(0, beside.indexOf(":") + 1);
  return slug && stem + slug;
}

/** Where an entity is found once the correction is made; undefined where it is gone. */
export function leadsTo(entry: Entry): string | undefined {
  if (entry.record || entry.paragraph || entry.words) return entry.id;
  return { merge: entry.into, rename: entry.to, split: entry.id, relabel: entry.id, reject: undefined }[entry.action];
}

/** An entry as a sentence, with names for ids where they are known. */
export function sentence(entry: Entry, nameOf: (id: string) => string = (id) => id): string {
  const it = nameOf(entry.id);
  const what = {
    merge: () => `${it} is ${nameOf(entry.into ?? "")}`,
    split: () => `${it} is another entity here: ${entry.label} (${entry.to})`,
    rename: () => `${it} has the id ${entry.to}`,
    reject: () => `${it} is nothing`,
    relabel: () => `${it} is called ${entry.label}`,
  }[entry.action]();
  const where = [
    entry.words && `for the words “${entry.words}”`,
    entry.paragraph && "in " + entry.paragraph.replace(/^para:/, "").replace("#", ", para. "),
    entry.record && "in " + entry.record.replace(/^record:/, ""),
  ].filter(Boolean);
  return [what, ...where].join(" ");
}
