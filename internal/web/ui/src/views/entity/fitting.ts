// Named queries that fit an entity, and where they are asked about it.

import type { Schemas } from "../../api/client";
import { queryLink } from "../../links";

type Query = Schemas["Query"];
type Parameter = Query["parameters"][number];

export interface Fitting {
  query: Query;
  href: string;
}

/** The kind and the broader ones, such as Body and Institution. */
export function kindsOf(kind: string, classes: { id: string; extends: string | null }[]): string[] {
  const found: string[] = [];
  for (let at: string | null = kind; at && !found.includes(at);) {
    found.push(at);
    at = classes.find((c) => c.id === at)?.extends ?? null;
  }
  return found;
}

/**
 * Queries that take an entity of these kinds. It stands for the first parameter that it fits and that has to be given;
 * where none has to be, for the first that it fits.
 */
export function fitting(queries: Query[], id: string, kinds: string[]): Fitting[] {
  return queries.flatMap((query) => {
    const asked = query.parameters.filter((p) => !p.optional && p.default === undefined);
    const parameter = (asked.length ? asked : query.parameters).find((p) => takes(p, kinds));
    return parameter ? [{ query, href: queryLink(query.name, { [parameter.name]: id }) }] : [];
  });
}

function takes(p: Parameter, kinds: string[]): boolean {
  return p.type === "entity" && (!p.classes?.length || p.classes.some((c) => kinds.includes(c)));
}
