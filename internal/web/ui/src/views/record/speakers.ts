// Who speaks in a record, for which side, and how much.

import type { Paragraph, Speaker, SummaryRecord } from "./shapes";

/** By what a speaker is told from the others: the id, or the printed name where there is none. */
export function speakerKey(speaker: Speaker | null): string {
  return speaker?.id ?? speaker?.name ?? "";
}

/** The printed name without what stands in brackets behind it, which is said beside it. */
export function plainName(speaker: Speaker): string {
  return speaker.name?.replace(/\s*\(.*\)$/s, "") || "Speaker not named";
}

/** Whether an intervention begins in a paragraph; otherwise it continues one. */
export function begins(paragraph: Paragraph): boolean {
  return paragraph.speaker !== null && (paragraph.speaker.began_in?.number ?? paragraph.number) === paragraph.number;
}

const roles = new Map(
  Object.entries({
    chair: "Chair",
    member: "Committee member",
    delegation: "Delegation",
    institution: "Institution",
    secretariat: "Secretariat",
  }),
);

/** In which role somebody speaks, such as "Committee member, Country Rapporteur". */
export function roleOf(speaker: Speaker): string {
  const role = (speaker.role && roles.get(speaker.role)) || "Role not stated";
  return speaker.capacity && speaker.capacity !== role ? `${role}, ${speaker.capacity}` : role;
}

/** What one speaker says. */
export interface Share {
  key: string;
  name: string;
  words: number;
  paragraphs: number;
}
/** Speakers who speak for the same. */
export interface Side {
  name: string;
  words: number;
  shares: Share[];
}

/** How much each side says, and who of it; who says most comes first. */
export function sides(paragraphs: Paragraph[]): Side[] {
  const byName = new Map<string, Map<string, Share>>();
  for (const { speaker, text } of paragraphs) {
    if (!speaker) continue;
    const side = sideOf(speaker);
    const shares = byName.get(side) ?? new Map<string, Share>();
    byName.set(side, shares);
    const key = speakerKey(speaker);
    const share = shares.get(key) ?? { key, name: plainName(speaker), words: 0, paragraphs: 0 };
    shares.set(key, share);
    share.words += words(text);
    share.paragraphs++;
  }
  const most = (a: { words: number }, b: { words: number }) => b.words - a.words;
  return [...byName]
    .map(([name, shares]) => {
      const sorted = [...shares.values()].sort(most);
      return { name, words: sorted.reduce((sum, s) => sum + s.words, 0), shares: sorted };
    })
    .sort(most);
}

function sideOf({ role, speaks_for, country }: Speaker): string {
  switch (role) {
    case "delegation":
      return `Delegation of ${(speaks_for ?? country)?.label ?? "a State that is not stated"}`;
    case "member":
      return "Committee members";
    case "institution":
      return speaks_for?.label ?? "Institutions";
    default:
      return (role && roles.get(role)) || "Role not stated";
  }
}

const words = (text: string) => text.match(/\S+/g)?.length ?? 0;

/** A stretch of a record by one speaker: from its first to its last paragraph. */
export interface Stretch {
  name: string;
  first: number;
  last: number;
}

/** Who speaks from where to where, in order; what nobody is stated to say has no line. */
export function stretches(paragraphs: SummaryRecord["paragraphs"]): Stretch[] {
  const all: Stretch[] = [];
  for (const p of paragraphs) {
    if (!p.speaker) continue;
    const current = all.at(-1);
    if (begins(p) || !current) all.push({ name: plainName(p.speaker), first: p.number, last: p.number });
    else current.last = p.number;
  }
  return all;
}
