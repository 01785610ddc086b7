import { expect, test } from "vitest";
import { bounded } from "./bound";
import { network } from "./sample";

const kept = { nodes: new Set(["person:ABC/doe"]), links: new Set<string>() };

test("what fits is left as it is", () => {
  expect(bounded(network, kept).leftOut).toEqual({ nodes: 0, links: 0 });
});

test("what is kept fits first, then what most passages state", () => {
  const { network: shown, leftOut } = bounded(network, kept, { nodes: 3, links: 9 });
  expect([...shown.nodes.keys()].sort()).toEqual(["agreement:one", "country:ABC", "person:ABC/doe"]);
  expect([...shown.links.values()].map((l) => l.predicate)).toEqual(["rap:cites", "rap:speaksFor"]);
  expect(leftOut).toEqual({ nodes: 1, links: 2 });
});

test("what is only named together goes before any fact", () => {
  const { network: shown, leftOut } = bounded(network, kept, { nodes: 9, links: 3 });
  expect([...shown.links.values()].map((l) => l.predicate)).toEqual(["rap:cites", "rap:country", "rap:speaksFor"]);
  expect(leftOut).toEqual({ nodes: 0, links: 1 });
});
