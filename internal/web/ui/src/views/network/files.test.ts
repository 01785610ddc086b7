import { expect, test, vi } from "vitest";

// The library of GEXF looks for what reads it, which Node does not have and writing does not need.
vi.hoisted(() => ["DOMParser", "Document"].forEach((name) => vi.stubGlobal(name, class {})));

import { cytoscapeJSON } from "./elements";
import { gexfOf } from "./gexf";
import { linesOf } from "./look";
import { network } from "./sample";
import { svgOf } from "./svg";

const places = new Map([...network.nodes.keys()].map((id, i) => [id, { x: 100 * i, y: 10 * i }]));
const palette = {
  ink: "rgb(0, 0, 0)",
  paper: "rgb(255, 255, 255)",
  line: "rgb(90, 90, 90)",
  accent: "rgb(0, 0, 255)",
  kinds: new Map([["Country", "rgb(30, 107, 58)"]]),
};
const scene = { network, places, palette };

test("SVG has each entity in its place and its shape, and names as text", () => {
  const svg = svgOf(scene, "Network of <all>");
  expect(svg).toContain("<title>Network of &lt;all&gt;</title>");
  expect(svg).toContain("<title>Abecia &lt;&amp;&gt; Co</title><polygon");
  expect(svg).toContain('<circle cx="200" cy="20"'); // the person
  expect(svg.match(/<line /g)).toHaveLength(network.links.size);
  expect(svg.match(/stroke-dasharray/g)).toHaveLength(1); // named together
  expect(svg).toContain("<title>cites (2)</title>");
});

test("characters that XML has no place for are in no file", () => {
  const nodes = new Map([...network.nodes].map(([id, n]) => [id, { ...n, label: "a\u0001b\ufffec\ud800d 🗼" }]));
  const odd = { ...scene, network: { ...network, nodes } };
  for (const file of [svgOf(odd, "\u000b"), gexfOf(odd, "\u000b")]) {
    expect(file).not.toMatch(/[\u0001\u000b\ufffe]|[\ud800-\udbff](?![\udc00-\udfff])/);
    expect(file).toContain("a\ufffdb\ufffdc\ufffdd 🗼");
  }
});

test("SVG leaves out what has no place", () => {
  const svg = svgOf({ ...scene, places: new Map([...places].slice(1)) }, "");
  expect(svg).not.toContain("Abecia");
  expect(svg).not.toContain("<line ");
});

test("GEXF says paragraphs and dates of links, kinds and colours of entities", () => {
  const gexf = gexfOf(scene, "Network");
  expect(gexf).toContain('<node id="country:ABC" label="Abecia &lt;&amp;> Co">');
  expect(gexf).toContain('value="CMW/C/SR.1, para. 4; CAT/C/SR.2, para. 9"');
  expect(gexf).toMatch(/for="first" value="2020-03-01"[^]*for="last" value="2022-05-06"/);
  expect(gexf).toContain('<viz:color r="30" g="107" b="58"');
  expect(gexf.match(/<edge /g)).toHaveLength(network.links.size);
});

test("Cytoscape's JSON has all with their places", () => {
  const { elements } = JSON.parse(cytoscapeJSON(network, places));
  expect(elements.nodes).toHaveLength(network.nodes.size);
  expect(elements.nodes[3]).toEqual({
    data: { id: "agreement:one", name: "First Convention", type: "Agreement", kind: "Agreement", links: 1 },
    position: { x: 300, y: 30 },
  });
  expect(elements.edges[1].data).toMatchObject({ relation: "cites", dates: ["2020-03-01", "2022-05-06"] });
});

test("labels are broken into few short lines", () => {
  expect(linesOf("Short name")).toEqual(["Short name"]);
  expect(linesOf("A convention on the rights of all who have rights and of all the others")).toEqual([
    "A convention on the",
    "rights of all who have",
    "rights and of all the …",
  ]);
});
