// A timeline counted: who spoke of something, for whom, at which meetings.

import type { Schemas, Ref } from "../../api/client";

export type Moment = Schemas["Moment"];
export type Voice = Schemas["Voice"];

/** What is looked at: ids, "" for all. */
export interface Chosen {
  body: string;
  state: string;
}

const isState = (ref: Ref) => ref.id.startsWith("country:");

/** The meetings of a body, with the voices that speak for a State. */
export function chosen(moments: Moment[], { body, state }: Chosen): Moment[] {
  const there = body ? moments.filter((m) => m.body?.id === body) : moments;
  if (!state) return there;
  return there
    .map((m) => ({ ...m, by: m.by.filter((v) => v.speaks_for.some((s) => s.id === state)) }))
    .filter((m) => m.by.length > 0)
    .map((m) => ({ ...m, times: m.by.reduce((sum, v) => sum + v.times, 0) }));
}

export interface Count {
  ref: Ref;
  times: number;
}

/** How many paragraphs of each body, the most first. */
export const byBody = (moments: Moment[]) =>
  count(moments.flatMap((m) => (m.body ? [[m.body, m.times] as const] : [])));

/** How many paragraphs are spoken for each State, the most first. */
export const byState = (moments: Moment[]) =>
  count(moments.flatMap((m) => m.by).flatMap((v) => v.speaks_for.filter(isState).map((s) => [s, v.times] as const)));

function count(pairs: (readonly [Ref, number])[]): Count[] {
  const found = new Map<string, Count>();
  for (const [ref, times] of pairs) {
    const known = found.get(ref.id);
    if (known) known.times += times;
    else found.set(ref.id, { ref, times });
  }
  return [...found.values()].sort((a, b) => b.times - a.times || a.ref.label.localeCompare(b.ref.label));
}

/** Everybody who speaks, over all meetings, the most frequent first. */
export function voices(moments: Moment[]): Voice[] {
  const found = new Map<string, Voice>();
  for (const v of moments.flatMap((m) => m.by)) {
    const key = [v.id ?? v.name, v.role, ...v.speaks_for.map((s) => s.id)].join(" ");
    const known = found.get(key);
    if (!known) found.set(key, { ...v, paragraphs: [...v.paragraphs] });
    else {
      known.times += v.times;
      known.paragraphs.push(...v.paragraphs);
    }
  }
  return [...found.values()].sort((a, b) => b.times - a.times);
}
