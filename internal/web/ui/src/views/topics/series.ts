// Topics as lines over years or meetings, from what each record says of each topic.

import type { Ref } from "../../api/client";
import { shortDate } from "../../table";

/** A row of the query "topics-over-time": in how many paragraphs a record speaks of a topic. */
export interface Count {
  date: string | null;
  record: { id: string; symbol: string };
  topic: Ref;
  times: number;
}

/** A place on the axis of time: a year, or a meeting with its record. */
export interface Moment {
  id: string;
  label: string;
  dated: boolean;
}

export interface Line {
  topic: Ref;
  /** Paragraphs at each moment. */
  values: number[];
}

export interface Timeline {
  moments: Moment[];
  lines: Line[];
  /** The counts behind a point, the most paragraphs first. */
  at(topic: string, moment: string): Count[];
}

export type By = "year" | "meeting";

/** Lines of the topics asked for that are spoken of, in their order. */
export function timeline(counts: Count[], topics: string[], by: By): Timeline {
  const shown = counts.filter((c) => topics.includes(c.topic.id));
  const moments = by === "year" ? yearsOf(counts) : meetingsOf(counts);
  const at = (topic: string, moment: string) =>
    shown
      .filter((c) => c.topic.id === topic && momentOf(c, by).id === moment)
      .sort((a, b) => b.times - a.times || byDate(a, b));
  const lines = topics.flatMap((id) => {
    const topic = shown.find((c) => c.topic.id === id)?.topic;
    return topic ? [{ topic, values: moments.map((m) => sum(at(id, m.id))) }] : [];
  });
  return { moments, lines, at };
}

const undated: Moment = { id: "undated", label: "no date", dated: false };

function momentOf({ date, record }: Count, by: By): Moment {
  if (by === "meeting")
    return { id: record.id, label: [record.symbol, ...(date ? [shortDate(date)] : [])].join(", "), dated: !!date };
  const year = date?.slice(0, 4);
  return year ? { id: year, label: year, dated: true } : undated;
}

/** All years from the first to the last, those without a meeting too, so that time runs evenly. */
function yearsOf(counts: Count[]): Moment[] {
  const years = counts.flatMap((c) => (c.date ? [Number(c.date.slice(0, 4))] : []));
  const first = years.reduce((a, b) => Math.min(a, b), Infinity);
  const last = years.reduce((a, b) => Math.max(a, b), -Infinity);
  const all: Moment[] = [];
  for (let year = first; year <= last; year++) all.push({ id: String(year), label: String(year), dated: true });
  return counts.some((c) => !c.date) ? [...all, undated] : all;
}

/** Dates as they are written have their order; none comes last. */
function byDate(a: Count, b: Count): number {
  const [one, other] = [a.date ?? "9999", b.date ?? "9999"];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The meetings in order of their dates; those without one come last. */
function meetingsOf(counts: Count[]): Moment[] {
  const records = new Map(counts.map((c) => [c.record.id, c]));
  return [...records.values()]
    .sort((a, b) => byDate(a, b) || a.record.symbol.localeCompare(b.record.symbol, "en", { numeric: true }))
    .map((c) => momentOf(c, "meeting"));
}

const sum = (counts: Count[]) => counts.reduce((n, c) => n + c.times, 0);

/** The topics that most paragraphs speak of. */
export function mostFrequent(counts: Count[], many: number): string[] {
  const times = new Map<string, number>();
  for (const c of counts) times.set(c.topic.id, (times.get(c.topic.id) ?? 0) + c.times);
  return [...times]
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
    .slice(0, many)
    .map(([id]) => id);
}

/** A timeline as the rows of a sheet. */
export const sheetRows = ({ moments, lines }: Timeline): (string | number)[][] => [
  ["When", ...lines.map((l) => l.topic.label)],
  ...moments.map((m, i) => [m.label, ...lines.map((l) => l.values[i] ?? 0)]),
];
