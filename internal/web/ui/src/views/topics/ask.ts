// What the API is asked about topics.

import { follow } from "../../api/client";
import { withQuery } from "../../links";
import { mostFrequent, type Count } from "./series";

const address = "/api/v1/queries/topics-over-time";
/** As many topics as are shown to who asks for none, and how many counts tell which. */
const frequent = { topics: 5, counts: 2000 };

export interface Meetings {
  body: string;
  from: string;
  to: string;
}

export interface Counts {
  topics: string[];
  rows: Count[];
  /** The server left counts out. */
  truncated: boolean;
  /** The topics were taken for the most frequent without counting all. */
  guessed: boolean;
}

interface Answer {
  rows: Count[];
  truncated: boolean;
  next?: string;
}

/** The counts of topics, or of the most frequent ones where none is given. */
export async function countsOf(given: string[], meetings: Meetings, signal: AbortSignal): Promise<Counts> {
  let [topics, guessed] = [given, false];
  if (topics.length === 0) {
    const limit = String(frequent.counts);
    const most = await ask({ ...meetings, fields: "topic,times", sort: "-times", limit }, signal);
    topics = mostFrequent(most.rows, frequent.topics);
    guessed = !!most.next || most.truncated;
  }
  if (topics.length === 0) return { topics, rows: [], truncated: false, guessed };
  const all = await ask({ ...meetings, topic: topics.join(","), fields: "date,record,topic,times" }, signal);
  return { topics, rows: all.rows, truncated: all.truncated, guessed };
}

const ask = (values: Record<string, string>, signal: AbortSignal) =>
  follow<Answer>(withQuery(address, values), { signal });
