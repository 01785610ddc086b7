// Answers of named queries and whole lists, as the parts of an entity's page need them.

import { follow } from "../../api/client";
import { withQuery } from "../../links";
import type { Answer } from "../../table";

/** Asks a named query. */
export function ask(query: string, values: Record<string, string>, signal?: AbortSignal): Promise<Answer> {
  return follow<Answer>(withQuery("/api/v1/queries/" + encodeURIComponent(query), values), { signal });
}

interface Page<T> {
  items: T[];
  total: number;
  next?: string;
}

/** The pages that are read of a list; an answer of more says that it has more. */
const most = 10;

/** A list, page after page, such as that of "/api/v1/entities/topic:education/timeline?limit=500". */
export async function wholeList<T>(href: string, signal?: AbortSignal): Promise<{ items: T[]; total: number }> {
  const items: T[] = [];
  let total = 0;
  let next: string | undefined = href;
  for (let i = 0; next && i < most; i++) {
    const page: Page<T> = await follow<Page<T>>(next, { signal });
    items.push(...page.items);
    ({ total, next } = page);
  }
  return { items, total };
}
