// Invented paragraphs for tests.

import type { Mention, Paragraph, Speaker } from "./shapes";

export const mention = (id: string, start: number, end: number, more: Partial<Mention> = {}): Mention => ({
  id,
  label: id,
  type: "Country",
  text: "",
  start,
  end,
  how: "name",
  rule: null,
  confidence: 1,
  provision: null,
  ...more,
});

/** Somebody who speaks since a paragraph. */
export const speaker = (name: string, began: number, more: Partial<Speaker> = {}): Speaker => ({
  id: `person:CMW/${name.toLowerCase().replaceAll(/\W+/g, "-")}`,
  name,
  role: "member",
  capacity: null,
  speaks_for: null,
  country: null,
  began_in: { id: `para:X#${began}`, symbol: "X", number: began, cite_as: `X, para. ${began}` },
  ...more,
});

export const paragraph = (number: number, more: Partial<Paragraph> = {}): Paragraph => ({
  id: `para:X#${number}`,
  symbol: "X",
  number,
  cite_as: `X, para. ${number}`,
  record: { id: "record:X", label: "X" },
  document: "https://undocs.org/X",
  number_from: null,
  section: null,
  text: "One two three.",
  speaker: null,
  mentions: [],
  cites: [],
  provisions: [],
  topics: [],
  ...more,
});
