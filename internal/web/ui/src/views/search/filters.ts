// What a search for paragraphs can be narrowed by.

import type { Schemas } from "../../api/client";
import type { paths } from "../../api/document";
import { kindOf } from "../../kinds";

/** What can be asked of the search. */
export type Query = NonNullable<paths["/api/v1/search"]["get"]["parameters"]["query"]>;

export interface Filter {
  /** The parameter, in the address of the page as in that of the API. */
  name: "body" | "year" | "state" | "role" | "topic" | "type" | "entity";
  label: string;
}

export const filters: Filter[] = [
  { name: "body", label: "Body" },
  { name: "state", label: "State" },
  { name: "year", label: "Year" },
  { name: "role", label: "Who speaks" },
  { name: "topic", label: "Topic" },
  { name: "type", label: "Names a" },
  { name: "entity", label: "Names" },
];

const roles: Record<string, string> = {
  chair: "Chair",
  delegation: "Delegation of a State",
  institution: "Institution or organization",
  member: "Committee member",
  secretariat: "Secretariat",
};

/** What a value is called, as far as it is known without asking. */
export function valueLabel(name: Filter["name"], value: string, facets: Schemas["Facets"]): string | undefined {
  if (name === "role") return roles[value] ?? value;
  if (name === "type") return kindOf(value).label;
  return name === "entity" ? undefined : facets[name]?.find((f) => f.id === value)?.label;
}

/** The values of a filter in the order to show them: years as they come, all others by how many there are. */
export function ordered(name: Filter["name"], facets: Schemas["Facets"]): Schemas["Facet"][] {
  const values = name === "entity" ? [] : (facets[name] ?? []);
  return name === "year" ? values.toSorted((a, b) => b.id.localeCompare(a.id)) : values;
}

/** The filters that an address sets. What the server does not know it refuses in words. */
export function asked(get: (name: string) => string): Pick<Query, Filter["name"]> {
  return Object.fromEntries(filters.map(({ name }) => [name, get(name)]).filter(([, value]) => value));
}
