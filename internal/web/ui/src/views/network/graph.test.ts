import { expect, test } from "vitest";
import { datesOf, keyOf, linksByNode, merged } from "./graph";
import { early, late, network, sample } from "./sample";

test("parts that know the same link give it the passages of all", () => {
  const cites = sample.links[1]!;
  const other = { ...sample, links: [{ ...cites, weight: 1, paragraphs: [late] }] };
  const one = { ...sample, links: [{ ...cites, weight: 1, paragraphs: [early] }] };
  const link = merged([one, other, other]).links.get(keyOf(cites))!;
  expect(link.paragraphs).toEqual([early, late]);
  expect(link.weight).toBe(2);
});

test("a link to what no part has is none", () => {
  const alone = { ...sample, nodes: sample.nodes.slice(1) };
  expect([...merged([alone]).links]).toEqual([]);
});

test("links stand at both their ends, and know their days", () => {
  expect(linksByNode(network).get("country:ABC")).toHaveLength(4);
  expect(linksByNode(network).get("agreement:one")).toHaveLength(1);
  expect(datesOf(network.links.get("country:ABC rap:cites agreement:one")!, network)).toEqual([
    "2020-03-01",
    "2022-05-06",
  ]);
});
