// What can be chosen among the meetings of a timeline.

import type { Choice } from "./Filter.svelte";
import { byBody, byState, type Count, type Moment } from "./moments";
import { roles } from "./sides";

const options = (counts: Count[]) => counts.map((c) => c.ref).sort((a, b) => a.label.localeCompare(b.label));

/** The bodies; where there is only one, there is nothing to choose. */
export function bodies(moments: Moment[]): Choice {
  const all = options(byBody(moments));
  return { parameter: "body", label: "Body", all: "All bodies", options: all.length > 1 ? all : [] };
}

export const states = (moments: Moment[]): Choice => ({
  parameter: "state",
  label: "State",
  all: "All States",
  options: options(byState(moments)),
});

export const speakers = (): Choice => ({
  parameter: "role",
  label: "Speaker",
  all: "All speakers",
  options: Object.entries(roles).map(([id, label]) => ({ id, label })),
});
