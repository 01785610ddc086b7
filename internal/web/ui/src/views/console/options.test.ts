import { describe, expect, test } from "vitest";
import { blank, classesOf, expected, idOptions, methodOptions, type Vocabulary } from "./options";

const method = (name: string, on: "graph" | "path" | null, forms: string[], does = "Does it.") => ({
  name,
  on,
  forms,
  does,
});
const v: Vocabulary = {
  methods: [
    method("V", "graph", ['g.V("<country:UTO>")', "g.V()"]),
    method("All", "path", ["All()"]),
    method("As", "path", ['As("name")'], "The same as Tag."),
    method("Has", "path", ['Has("<rdf:type>", "<rap:Agreement>")', 'Has("<rap:cites>")']),
    method("Out", "path", ["Out()", 'Out("<rap:cites>")', 'Out("<rap:cites>", "tag")']),
    method("HasR", "path", ['HasR("<rap:cites>", "<country:UTO>")']),
    method("gt", null, ["gt(value)"]),
  ],
  classes: [
    {
      id: "Country",
      iri: "schema:Country",
      label: "Country",
      plural: "Countries",
      extends: null,
      prefixes: ["country"],
      mention: true,
      description: "A State.",
    },
    {
      id: "Agreement",
      iri: "rap:Agreement",
      label: "Agreement",
      plural: "Agreements",
      extends: null,
      prefixes: ["agreement"],
      mention: true,
      description: "A treaty.",
    },
  ],
  properties: [
    property("rap:cites", "cites", "cited by"),
    property("rdf:type", "type", null),
    property("rap:recordOf", "record of", "has record"),
  ],
};

function property(iri: string, label: string, reverse: string | null) {
  return { id: label, iri, label, reverse, domain: [], range: ["class"], many: true, description: "Says it." };
}

describe("methodOptions", () => {
  test("those of a path, with the example that takes something", () => {
    expect(methodOptions(v.methods, "path", "o")).toEqual([
      {
        label: "Out",
        detail: '("<rap:cites>")',
        info: 'Does it. Written as Out() or Out("<rap:cites>") or Out("<rap:cites>", "tag").',
        kind: "method",
        insert: 'Out("<>")',
        select: [6, 6],
      },
    ]);
  });
  test("synonyms go last", () => {
    expect(methodOptions(v.methods, "path", "a").map((o) => o.label)).toEqual(["All", "Has", "HasR", "As"]);
  });
  test("those of the graph are without g.", () => {
    expect(methodOptions(v.methods, "graph", "")[0]!.insert).toBe('V("<>")');
  });
});

test.each([
  ["All()", { insert: "All()" }],
  ['Tag("name")', { insert: 'Tag("name")', select: [5, 9] }],
  ["Limit(10)", { insert: "Limit(10)", select: [6, 8] }],
  ["Filter(gt(5), lt(10))", { insert: "Filter(gt(5), lt(10))", select: [7, 12] }],
  ['Save("<rdfs:label>", "name")', { insert: 'Save("<>", "name")', select: [7, 7] }],
])("blank %s", (form, want) => {
  expect(blank(form)).toEqual(want);
});

test("what an id is, by the examples of the method", () => {
  expect(expected(v, "out", 0)).toBe("property");
  expect(expected(v, "Has", 1)).toBe("class");
  expect(expected(v, "HasR", 1)).toBe("node");
  expect(expected(v, "V", 0)).toBe("node");
});

describe("idOptions", () => {
  const at = (method: string, text: string, argument = 0) =>
    idOptions(v, { kind: "id", text, method, argument }).map((o) => o.label);
  test("predicates by their id or by what they are called", () => {
    expect(at("Out", "rap:")).toEqual(["rap:cites", "rap:recordOf"]);
    expect(at("Out", "rec")).toEqual(["rap:recordOf"]);
    expect(at("Out", "record of")).toEqual(["rap:recordOf"]);
  });
  test("the beginnings of ids for a node, classes for a class", () => {
    expect(at("V", "")).toEqual(["country:", "agreement:", "schema:Country", "rap:Agreement"]);
    expect(at("V", "country:")).toEqual([]);
    expect(at("V", "coun")).toEqual(["country:", "schema:Country"]);
    expect(at("Has", "agre", 1)).toEqual(["rap:Agreement", "agreement:"]);
  });
});

test("the classes that an id may be of", () => {
  expect(classesOf(v, "country:uto")).toEqual(["Country"]);
  expect(classesOf(v, "rap:cites")).toBeUndefined();
});
