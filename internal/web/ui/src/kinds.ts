// The kinds of entities: what they are called, and the hue that each has everywhere.

export interface Kind {
  id: string;
  label: string;
  plural: string;
}

const kinds: Kind[] = [
  ["Person", "Persons"],
  ["Institution", "Institutions"],
  ["Body", "Bodies"],
  ["Country", "Countries"],
  ["Agreement", "Agreements"],
  ["Law", "Laws"],
  ["Policy", "Policies"],
  ["Document", "Documents"],
  ["Provision", "Provisions"],
  ["Topic", "Topics"],
  ["SummaryRecord", "Summary records", "Summary record"],
  ["Meeting", "Meetings"],
].map(([id, plural, label]) => ({ id: id!, plural: plural!, label: label ?? id! }));

/** Kinds that paragraphs name, in the order of legends. */
export const named = kinds.filter((k) => !["SummaryRecord", "Meeting", "Provision", "Topic"].includes(k.id));
export const allKinds = kinds;

export const kindOf = (type: string): Kind =>
  kinds.find((k) => k.id === type) ?? { id: type, label: type, plural: type };

const prefixes = new Map([
  ["person", "Person"],
  ["institution", "Institution"],
  ["body", "Body"],
  ["country", "Country"],
  ["agreement", "Agreement"],
  ["law", "Law"],
  ["policy", "Policy"],
  ["symbol", "Document"],
  ["document", "Document"],
  ["topic", "Topic"],
  ["record", "SummaryRecord"],
  ["meeting", "Meeting"],
]);

/** The type that an id tells by its prefix; the article of an instrument has a fragment. */
export function typeOfId(id: string): string {
  return id.includes("#") ? "Provision" : (prefixes.get(id.slice(0, id.indexOf(":"))) ?? "");
}

/** The name of the custom property with the hue of a type, such as --kind-person. */
export const hue = (type: string) => `--kind-${type.toLowerCase()}`;
