// The sides of a meeting: those who ask, those who answer for a State, and others.

import { inWords } from "../../dates";
import type { Moment, Voice } from "./moments";

export const sides = [
  { id: "body", label: "Members of the body", hue: "--kind-body" },
  { id: "state", label: "Delegations of States", hue: "--kind-country" },
  { id: "other", label: "Others, or nobody named", hue: "--kind-person" },
] as const;

export type Side = (typeof sides)[number]["id"];

export function sideOf(voice: Voice): Side {
  if (voice.role === "chair" || voice.role === "member") return "body";
  return voice.role === "delegation" ? "state" : "other";
}

/** The roles as people call them. */
export const roles: Record<string, string> = {
  chair: "Chair",
  member: "Member of the body",
  delegation: "Delegation",
  institution: "Institution",
  secretariat: "Secretariat",
};

export const roleText = (role: string | null | undefined) => (role ? (roles[role] ?? role) : "not stated");

export interface Column {
  key: string;
  /** Below the column. */
  label: string;
  /** In full. */
  title: string;
  parts: Record<Side, number>;
  total: number;
}

/** So few meetings have room for their symbols. */
const few = 8;
/** More meetings than these are counted by year. */
const most = 40;

/** The columns of a chart: a meeting each, or a year each where there are many meetings. */
export function columns(moments: Moment[]): Column[] {
  const yearly = moments.length > most;
  const named = moments.length <= few;
  const found = new Map<string, Column>();
  for (const m of moments) {
    const year = m.date?.slice(0, 4) ?? "not dated";
    const key = yearly ? year : m.id;
    const column = found.get(key) ?? {
      key,
      label: named ? `${m.symbol}\n${year}` : year,
      title: yearly ? year : `${m.symbol}, ${inWords(m.date)}`,
      parts: { body: 0, state: 0, other: 0 },
      total: 0,
    };
    for (const v of m.by) column.parts[sideOf(v)] += v.times;
    column.total = column.parts.body + column.parts.state + column.parts.other;
    found.set(key, column);
  }
  return [...found.values()];
}
