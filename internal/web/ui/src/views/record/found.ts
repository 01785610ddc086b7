// What mentions name, and how that was found, in words for people.

import type { Mention } from "./shapes";

const ways = new Map(
  Object.entries({
    name: "found by its name",
    alias: "found by another of its names",
    acronym: "found by its acronym",
    demonym: "found by the word for its people",
    rule: "found by how it is written",
    coreference: "follows from what was said before",
  }),
);

/** How a mention was found, such as "found by its acronym". */
export function found(m: Pick<Mention, "how" | "rule">): string {
  const way = (m.how && ways.get(m.how)) || "how it was found is not stated";
  return m.rule ? `${way} (rule “${m.rule.replaceAll("-", " ")}”)` : way;
}

/** The entities that mentions name, each once: its first mention, and all articles of it that are meant. */
export function entitiesOf(mentions: Mention[]): { mention: Mention; provisions: string[] }[] {
  const provisionsOf = (id: string) => mentions.flatMap((m) => (m.id === id && m.provision ? [m.provision] : []));
  return mentions
    .filter((m, i) => mentions.findIndex(({ id }) => id === m.id) === i)
    .map((m) => ({ mention: m, provisions: provisionsOf(m.id).sort(collator.compare) }));
}

const collator = new Intl.Collator("en", { numeric: true });
