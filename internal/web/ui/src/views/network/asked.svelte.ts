// What the address asks the network for, and how it changes. Every other parameter is an
// argument of the named query, so that these have names that no query uses.

import { address } from "../../address.svelte";
import { arrangementOf, type Arrangement } from "./arrange";
import type { Filter } from "./filter";

const own = ["center", "query", "neighbours", "no-kinds", "no-relations", "hide", "within", "since", "until", "weight", "layout", "pick", "start", "end", "way", "view"]; // prettier-ignore

const list = (text: string) => [...new Set(text.split(" ").filter((id) => id))];

/** The most neighbours of each entity that are asked for. */
export const amounts = [20, 60, 150, 300];
const usual = 60;

export const asked = {
  /** What the network begins with and was expanded at. A text that is no id is a name with spaces. */
  get centers(): string[] {
    const text = address.get("center");
    return text.includes(":") ? list(text) : text ? [text] : [];
  },
  get neighbours(): number {
    return amounts.find((n) => String(n) === address.get("neighbours")) ?? usual;
  },
  get query(): string {
    return address.get("query");
  },
  /** The arguments of the query. */
  get arguments(): Record<string, string> {
    return Object.fromEntries([...address.query].filter(([name]) => !own.includes(name)));
  },
  get filter(): Filter {
    return {
      withoutKinds: list(address.get("no-kinds")),
      withoutRelations: list(address.get("no-relations")),
      hidden: list(address.get("hide")),
      body: address.get("within"),
      since: address.get("since"),
      until: address.get("until"),
      weight: Math.max(1, parseInt(address.get("weight")) || 1),
    };
  },
  get arrangement(): Arrangement {
    return arrangementOf(address.get("layout"));
  },
  /** The id of an entity or the key of a link. */
  get pick(): string {
    return address.get("pick");
  },

  /** Adds the neighbours of an entity to those of these centers, and takes it back. */
  toggle(id: string, centers: string[]): void {
    const without = centers.filter((c) => c !== id);
    const next = without.length < centers.length ? without : [...centers, id];
    address.set({ center: next.join(" ") }, { step: true });
  },

  /** Takes an entity away, with the neighbours that only it brought. */
  hide(id: string, centers: string[]): void {
    const center = centers.filter((c) => c !== id).join(" ");
    const hide = [...new Set([...list(address.get("hide")), id])].join(" ");
    address.set({ center, hide, pick: "" }, { step: true });
  },

  /** Leaves a kind or a relation out, or no longer. */
  without(what: "no-kinds" | "no-relations", id: string): void {
    const now = list(address.get(what));
    address.set({ [what]: (now.includes(id) ? now.filter((n) => n !== id) : [...now, id]).join(" ") });
  },
};
