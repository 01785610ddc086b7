// The sections of a record: paragraphs that follow each other under one heading.

import type { Paragraph } from "./shapes";

export interface Section {
  id: string;
  /** null where no heading stands above. */
  heading: string | null;
  paragraphs: Paragraph[];
}

export function sections(paragraphs: Paragraph[]): Section[] {
  const all: Section[] = [];
  for (const p of paragraphs) {
    const current = all.at(-1);
    if (current && current.heading === p.section) current.paragraphs.push(p);
    else all.push({ id: `section-${all.length + 1}`, heading: p.section, paragraphs: [p] });
  }
  return all;
}
