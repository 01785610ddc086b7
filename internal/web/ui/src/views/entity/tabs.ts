// The parts of an entity's page: which there are for which kind, and what shows each.

import type { Component } from "svelte";
import type { Schemas } from "../../api/client";
import Answers from "./Answers.svelte";
import Citations from "./Citations.svelte";
import Facts from "./Facts.svelte";
import Panels from "./Panels.svelte";
import Paragraphs from "./Paragraphs.svelte";
import Questions from "./Questions.svelte";
import Statements from "./Statements.svelte";
import Timeline from "./Timeline.svelte";
import Together from "./Together.svelte";

type Entity = Schemas["Entity"];

export interface Tab {
  id: string;
  title: string;
  view: Component<{ entity: Entity; tab: string }>;
  /** The kinds that have it; without it, all. */
  kinds?: string[];
  /** Whether there is something to show, as far as the entity itself tells. */
  filled?: (entity: Entity) => boolean;
}

const related = ["Person", "Institution", "Body", "Country", "Agreement", "Law", "Policy", "Document"];
const instruments = ["Agreement", "Law", "Policy", "Document"];
const spokenOf = (e: Entity) => e.timeline.total > 0;
const cites = (e: Entity) =>
  e.type === "Country" || instruments.includes(e.type) || e.cites.total + e.cited_by.total > 0;

const tabs: Tab[] = [
  { id: "facts", title: "Facts", view: Facts },
  { id: "answers", title: "Raised and answered", view: Answers, kinds: ["Country"] },
  { id: "reviews", title: "Reviews", view: Panels, kinds: ["Country"] },
  { id: "speaking", title: "Speaking", view: Panels, kinds: ["Person"] },
  { id: "parties", title: "Parties", view: Panels, kinds: ["Agreement"] },
  { id: "ratifications", title: "Ratifications", view: Statements, kinds: ["Country", "Agreement"] },
  { id: "paragraphs", title: "Paragraphs", view: Paragraphs, filled: spokenOf },
  { id: "timeline", title: "Who and when", view: Timeline, filled: spokenOf },
  { id: "trace", title: "Trace", view: Panels, kinds: ["Institution", "Body"] },
  { id: "officers", title: "Officers", view: Panels, kinds: ["Body"] },
  { id: "relations", title: "Relations", view: Statements, kinds: related },
  { id: "citations", title: "Citations", view: Citations, filled: cites },
  { id: "together", title: "Named together", view: Together, filled: (e) => e.co_mentions.total > 0 },
  { id: "questions", title: "Ask about it", view: Questions },
];

/** The tabs that an entity has. */
export function tabsOf(entity: Entity): Tab[] {
  return tabs.filter((t) => (t.kinds?.includes(entity.type) ?? true) && (t.filled?.(entity) ?? true));
}
