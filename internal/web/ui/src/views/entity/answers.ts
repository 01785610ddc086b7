// What a body raised on a topic and what a State answered, meeting by meeting.

import type { Passage, Ref } from "../../api/client";
import type { Answer, Row } from "../../table";

export interface Turn {
  speaker: Partial<Ref> | string | null;
  paragraph: Passage;
  text: string;
}

export interface Meeting {
  symbol: string;
  date: string | null;
  raised: Turn[];
  answered: Turn[];
  /** Institutions and others that are neither. */
  said: Turn[];
}

/** The rows of raised-and-answered, which come in the order of dates and paragraphs, by meeting. */
export function meetings(answer: Answer): Meeting[] {
  const found = new Map<string, Meeting>();
  for (const row of answer.rows) {
    const turn = turnOf(row);
    const symbol = turn.paragraph.symbol ?? turn.paragraph.cite_as;
    const meeting = found.get(symbol) ?? {
      symbol,
      date: (row.date as string | null) ?? null,
      raised: [],
      answered: [],
      said: [],
    };
    meeting[row.side === "raised" || row.side === "answered" ? row.side : "said"].push(turn);
    found.set(symbol, meeting);
  }
  return [...found.values()];
}

const turnOf = (row: Row): Turn => ({
  speaker: (row.speaker as Turn["speaker"]) ?? null,
  paragraph: row.paragraph as Passage,
  text: String(row.text ?? ""),
});

export interface Topic {
  id: string;
  label: string;
  times: number;
}

/** The rows of country-topics. */
export const topics = (answer: Answer): Topic[] =>
  answer.rows.map((row) => ({ ...(row.topic as Ref), times: Number(row.times ?? 0) }));

/** The beginning of a text that is long, up to the end of a word. */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(" ", most);
  return text.slice(0, end > 0 ? end : most) + " …";
}
