// Queries of common shapes, to be begun with: what stands between < and > is to be typed.

import { blank, type Option } from "./options";

const shapes: [label: string, query: string][] = [
  ["what a State cites", 'g.V("<country:>").Out("<rap:cites>").LabelTag("paragraph").All()'],
  [
    "who speaks where something is named",
    'g.V("<>").In("<schema:mentions>").Tag("paragraph").Out("<rap:spokenBy>").All()',
  ],
  ["paragraphs in which a State speaks", 'g.V("<country:>").In("<rap:speaksFor>").All()'],
  ["paragraphs on a topic", 'g.V("<topic:>").In("<dcterms:subject>").All()'],
  ["all that is stated about something", 'g.V("<>").Out(null, "property").LabelTag("stated_in").All()'],
  ["everything of a class", 'g.V("<rap:Agreement>").In("<rdf:type>").Save("<rdfs:label>", "name").Order("name").All()'],
  ["how many there are", 'g.Emit(g.V("<country:>").In("<rap:speaksFor>").Unique().Count())'],
];

/** The shapes that have a word in what they are called. */
export function shapeOptions(word: string): Option[] {
  return shapes
    .filter(([label, query]) => label.includes(word.toLowerCase()) || query.startsWith(word))
    .map(([label, query]) => ({ label, info: query, kind: "query", ...caretOf(query) }));
}

/** An id that is only begun is to be typed on. */
function caretOf(query: string): Pick<Option, "insert" | "select"> {
  const begun = /<(\w+:)?>/.exec(query);
  if (!begun) return blank(query);
  const at = begun.index + begun[0].length - 1;
  return { insert: query, select: [at, at] };
}
