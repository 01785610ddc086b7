// A network as GEXF, which Gephi and others open: with kinds, relations, paragraphs and dates.

import { MultiGraph } from "graphology";
import { write } from "graphology-gexf/browser";
import { kindOf } from "../../kinds";
import { datesOf, linksByNode, type Link, type Node } from "./graph";
import { isFact, sizeOf, type Scene } from "./look";
import { fitForXML } from "./xml";

export function gexfOf(scene: Scene, title: string): string {
  const degrees = linksByNode(scene.network);
  const graph = new MultiGraph();
  graph.setAttribute("title", title);
  for (const node of scene.network.nodes.values())
    graph.addNode(node.id, nodeAttributes(node, degrees.get(node.id)!.length, scene));
  for (const link of scene.network.links.values()) {
    const add = isFact(link) ? "addDirectedEdgeWithKey" : "addUndirectedEdgeWithKey";
    graph[add](link.key, link.source, link.target, linkAttributes(link, scene));
  }
  return fitForXML(write(graph)); // which escapes markup, and no more
}

function nodeAttributes(node: Node, links: number, { places, palette }: Scene) {
  return {
    label: node.label,
    kind: kindOf(node.type).label,
    color: palette.kinds.get(node.type) ?? palette.line,
    size: sizeOf(links),
    ...upright(places.get(node.id)),
  };
}

/** Screens count downwards, GEXF upwards. */
const upright = (place: { x: number; y: number } | undefined) => place && { x: place.x, y: -place.y };

function linkAttributes(link: Link, { network }: Scene) {
  const dates = datesOf(link, network);
  return {
    label: link.label,
    predicate: link.predicate,
    weight: link.weight,
    paragraphs: link.paragraphs.map((p) => p.cite_as).join("; "),
    first: dates[0] ?? "",
    last: dates.at(-1) ?? "",
  };
}
