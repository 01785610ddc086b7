// The parts of a record, as the API has them.

import type { Subject } from "../../corrections/entry";
import type { Schemas, Whole } from "../../api/client";

export type SummaryRecord = Whole<Schemas["RecordAnswer"]>;
export type Paragraph = SummaryRecord["paragraphs"][number];
export type Mention = Paragraph["mentions"][number];
export type Speaker = NonNullable<Paragraph["speaker"]>;

/** A mention and the paragraph that has it: what a correction is about. */
export interface Place {
  mention: Mention;
  paragraph: Paragraph;
}

/** A mention as what a correction is about. */
export function subjectOf({ mention, paragraph }: Place): Subject {
  const { id, label, text } = mention;
  return {
    id,
    label,
    mention: { words: text, paragraph: paragraph.id, record: paragraph.record.id, cite: paragraph.cite_as },
  };
}
