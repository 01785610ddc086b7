// Facts in the order in which a page tells them.

import type { Schemas } from "../../api/client";

type Fact = Schemas["Fact"];

export interface Group {
  key: string;
  title: string;
  facts: Fact[];
}

/** What the head of the page shows too; here it stands last, with where it is stated. */
const naming = ["rap:kind", "rdf:type", "rdfs:label", "skos:prefLabel", "skos:altLabel", "skos:notation"];

/** Facts by property; those that are read backwards have a group of their own. */
export function groups(facts: Fact[]): Group[] {
  const found = new Map<string, Group>();
  for (const fact of facts) {
    const key = (fact.inverse ? "^" : "") + fact.property.id;
    const group = found.get(key);
    if (group) group.facts.push(fact);
    else found.set(key, { key, title: capital(fact.property.label), facts: [fact] });
  }
  return [...found.values()].sort((a, b) => naming.indexOf(a.key) - naming.indexOf(b.key));
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const codes: Record<string, (value: string) => string> = {
  iso2: (v) => `ISO 3166 ${v}`,
  iso3: (v) => `ISO 3166 ${v}`,
  m49: (v) => `UN M49 ${v}`,
  untc: (v) => `UN Treaty Collection ${v}`,
  ilo: (v) => `ILO ${v}`,
  articles: (v) => `${v} articles`,
  symbol: (v) => `symbols ${v}/…`,
};

/** A code with the name of who gave it: "m49=031" as "UN M49 031". */
export function codeText(code: string): string {
  const [scheme = "", value] = code.split("=");
  return value === undefined ? code : (codes[scheme]?.(value) ?? `${scheme} ${value}`);
}

/** A plain value as it is read: names of kinds are written with hyphens. */
export function valueText(fact: Fact): string {
  const text = String(fact.value);
  if (fact.property.id === "rap:kind") return text.replaceAll("-", " ");
  return fact.property.id === "skos:notation" ? codeText(text) : text;
}
