// What the start page counts.

import type { Schemas } from "../../api/client";

/** The kinds that have a list: meetings have the names of their records and are left out. */
export const listed = (types: Schemas["Corpus"]["types"]) =>
  types.filter((t) => t.type !== "Meeting").map(({ type, count }) => ({ id: type, count }));

/** How many names there are of all those kinds. */
export const total = (kinds: { count: number }[]) => kinds.reduce((sum, kind) => sum + kind.count, 0);
