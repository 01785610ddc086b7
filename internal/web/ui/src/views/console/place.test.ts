import { describe, expect, test } from "vitest";
import { placeAfter } from "./place";

describe("placeAfter", () => {
  test.each([
    ["g.", { kind: "member", of: "graph", word: "" }],
    ['g.V("<country:UTO>").Ou', { kind: "member", of: "path", word: "Ou" }],
    ['g.V("<country:UTO>")\n  .', { kind: "member", of: "path", word: "" }],
    ['g.V("<coun', { kind: "id", text: "coun", method: "V", argument: 0 }],
    ['g.V("<a>", "<country:u', { kind: "id", text: "country:u", method: "V", argument: 1 }],
    ['g.V().Has("<rdf:type>", "<rap:', { kind: "id", text: "rap:", method: "Has", argument: 1 }],
    ['g.V().In(["<a>", "<b', { kind: "id", text: "b", method: "In", argument: 0 }],
    ['g.V().And(g.V("<a>").Out("<x>")).Out("<', { kind: "id", text: "", method: "Out", argument: 0 }],
    ['g.V(iri("a"), "<b', { kind: "id", text: "b", method: "V", argument: 1 }],
    ["// what it's about\ng", { kind: "word", word: "g" }],
    ["", { kind: "word", word: "" }],
  ])("%j", (text, place) => {
    expect(placeAfter(text)).toEqual(place);
  });
  test.each(['g.V("<a>', 'g.V().Tag("na', "// g.", "/* g.", 'g.V("<country:UTO>").Tag("a.'])(
    "%j completes nothing",
    (text) => {
      expect(placeAfter(text)).toBeUndefined();
    },
  );
});
