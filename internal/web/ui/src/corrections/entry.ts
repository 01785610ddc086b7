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
  reason: string;
}

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

/** The reaches that an action can have for what was met. */
export function reaches(action: Action, subject: Subject): { reach: Reach; title: string }[] {
  const { mention } = subject;
  const all: { reach: Reach; title: string; actions: Action[] }[] = [
    { reach: "everywhere", title: "everywhere", actions: ["merge", "rename", "reject", "relabel"] },
  ];
  if (mention) {
    const narrow: Action[] = ["merge", "split", "rename", "reject"];
    const symbol = mention.record.slice("record:".length);
    all.unshift(
      { reach: "words", title: `only “${mention.words}” in ${mention.cite}`, actions: ["merge", "split", "reject"] },
      { reach: "paragraph", title: `all of ${mention.cite}`, actions: narrow },
      { reach: "record", title: `all of ${symbol}`, actions: [...narrow, "relabel"] },
    );
  }
  return all.filter((r) => r.actions.includes(action));
}

/** The entry that a draft makes. */
export function entryOf(draft: Draft, subject: Subject): Entry {
  const { action, reach } = draft;
  const entry: Entry = { action, id: subject.id, reason: draft.reason.trim() };
  if (action === "merge") entry.into = draft.into;
  if (action === "split" || action === "rename") entry.to = draft.to.trim();
  if (action === "split" || action === "relabel") entry.label = draft.label.trim();
  const { mention } = subject;
  if (mention && reach === "record") entry.record = mention.record;
  if (mention && (reach === "paragraph" || reach === "words")) entry.paragraph = mention.paragraph;
  if (mention && reach === "words") entry.words = mention.words;
  return entry;
}

/** What a draft still lacks, as a sentence; "" when it can be sent. */
export function lacking(draft: Draft): string {
  const { action } = draft;
  if (action === "merge" && !draft.into) return "Choose the entity that it is.";
  if ((action === "split" || action === "relabel") && !draft.label.trim()) return "Say what it is called.";
  if ((action === "split" || action === "rename") && !/^[a-z]+:.+/.test(draft.to)) return "Give it an id.";
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
