// The parts of a record, as the API has them.

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
