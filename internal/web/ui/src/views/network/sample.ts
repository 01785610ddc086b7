// A small invented network that the tests of these modules share.

import { merged, type Part, type Statement } from "./graph";

const paragraph = (symbol: string, number: number) => ({
  id: `para:${symbol}#${number}`,
  symbol,
  number,
  cite_as: `${symbol}, para. ${number}`,
});

export const early = paragraph("CMW/C/SR.1", 4);
export const late = paragraph("CAT/C/SR.2", 9);
const lexicon = { id: "graph:lexicon", cite_as: "lexicon" };

const link = (source: string, predicate: string, target: string, ...paragraphs: Statement["paragraphs"]) => ({
  source,
  target,
  predicate,
  label: predicate.replace("rap:", ""),
  weight: Math.max(paragraphs.length, 1),
  paragraphs,
});

export const sample: Part = {
  nodes: [
    { id: "country:ABC", label: "Abecia <&> Co", type: "Country" },
    { id: "institution:ABC/office", label: "Office", type: "Institution" },
    { id: "person:ABC/doe", label: "Doe", type: "Person" },
    { id: "agreement:one", label: "First Convention", type: "Agreement" },
  ],
  links: [
    link("institution:ABC/office", "rap:country", "country:ABC", lexicon),
    link("country:ABC", "rap:cites", "agreement:one", early, late),
    link("country:ABC", "together", "institution:ABC/office", early),
    link("person:ABC/doe", "rap:speaksFor", "country:ABC", late),
  ],
  records: [
    { id: "record:CMW/C/SR.1", symbol: "CMW/C/SR.1", date: "2020-03-01", body: { id: "body:CMW", label: "CMW" } },
    { id: "record:CAT/C/SR.2", symbol: "CAT/C/SR.2", date: "2022-05-06", body: { id: "body:CAT", label: "CAT" } },
  ],
};

export const network = merged([sample]);
