import { expect, test } from "vitest";
import { bodiesIn, daysIn, kindsIn, relationsIn } from "./facets";
import { filtered, type Filter } from "./filter";
import { network } from "./sample";

const all: Filter = { withoutKinds: [], withoutRelations: [], hidden: [], body: "", since: "", until: "", weight: 1 };
const kept = { nodes: new Set(["country:ABC"]), links: new Set<string>() };
const show = (filter: Partial<Filter>, keep = kept) => {
  const shown = filtered(network, { ...all, ...filter }, keep);
  return { nodes: [...shown.nodes.keys()], links: [...shown.links.values()].map((l) => `${l.predicate} ${l.weight}`) };
};

test("no filter shows everything", () => {
  expect(show({})).toEqual({
    nodes: ["country:ABC", "institution:ABC/office", "person:ABC/doe", "agreement:one"],
    links: ["rap:country 1", "rap:cites 2", "together 1", "rap:speaksFor 1"],
  });
});

test("a kind goes with its links; what was begun from stays", () => {
  expect(show({ withoutKinds: ["Institution", "Country"] })).toEqual({
    nodes: ["country:ABC", "person:ABC/doe", "agreement:one"],
    links: ["rap:cites 2", "rap:speaksFor 1"],
  });
});

test("a relation goes with what nothing else links", () => {
  expect(show({ withoutRelations: ["rap:speaksFor", "together"] })).toEqual({
    nodes: ["country:ABC", "institution:ABC/office", "agreement:one"],
    links: ["rap:country 1", "rap:cites 2"],
  });
});

test("a body keeps its own passages, and what the lexicon says of what is left", () => {
  expect(show({ body: "body:CMW" })).toEqual({
    nodes: ["country:ABC", "institution:ABC/office", "agreement:one"],
    links: ["rap:cites 1", "together 1", "rap:country 1"],
  });
  expect(show({ body: "body:CAT" })).toEqual({
    nodes: ["country:ABC", "person:ABC/doe", "agreement:one"],
    links: ["rap:cites 1", "rap:speaksFor 1"],
  });
});

test("days count from the first to the last of them", () => {
  expect(show({ since: "2020-03-02" }).links).toEqual(["rap:cites 1", "rap:speaksFor 1"]);
  expect(show({ until: "2020-03-01" }).links).toEqual(["rap:cites 1", "together 1", "rap:country 1"]);
  expect(show({ since: "2023-01-01" })).toEqual({ nodes: ["country:ABC"], links: [] });
});

test("a weight leaves out what fewer passages state", () => {
  expect(show({ weight: 2 })).toEqual({ nodes: ["country:ABC", "agreement:one"], links: ["rap:cites 2"] });
});

test("a way stays whatever is left out", () => {
  const way = { nodes: new Set(["country:ABC", "person:ABC/doe"]), links: new Set(["person:ABC/doe rap:speaksFor country:ABC"]) }; // prettier-ignore
  expect(show({ weight: 2, withoutKinds: ["Person"] }, way).links).toEqual(["rap:cites 2", "rap:speaksFor 1"]);
});

test("facets count what there is, the most often first", () => {
  expect(kindsIn(network).map((f) => `${f.label} ${f.count}`)).toEqual([
    "Agreements 1",
    "Countries 1",
    "Institutions 1",
    "Persons 1",
  ]);
  expect(relationsIn(network)[0]).toEqual({ id: "rap:cites", label: "cites", count: 1 });
  expect(bodiesIn(network).map((f) => f.id)).toEqual(["body:CAT", "body:CMW"]);
  expect(daysIn(network)).toEqual(["2020-03-01", "2022-05-06"]);
});
