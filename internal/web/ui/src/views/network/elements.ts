// A network as Cytoscape has it: for the drawing, and for the file that other programs open.

import { kindOf } from "../../kinds";
import { datesOf, linksByNode, type Link, type Network, type Node } from "./graph";
import { fontOf, isFact, linesOf, sizeOf, widthOf, type Places } from "./look";

/** The data of an entity that is drawn. */
export const nodeData = (node: Node, links: number) => ({
  id: node.id,
  type: node.type,
  text: linesOf(node.label).join("\n"),
  size: sizeOf(links),
  font: fontOf(sizeOf(links)),
});

/** The data of a link that is drawn. */
export const edgeData = (link: Link) => ({
  id: link.key,
  source: link.source,
  target: link.target,
  label: link.label,
  width: widthOf(link.weight),
  fact: isFact(link),
});

/** What Cytoscape opens: cytoscape({elements}) in a program, or the file in the desktop application. */
export function cytoscapeJSON(network: Network, places: Places): string {
  const degrees = linksByNode(network);
  const nodes = [...network.nodes.values()].map(({ id, label, type }) => ({
    data: { id, name: label, type, kind: kindOf(type).label, links: degrees.get(id)!.length },
    ...(places.has(id) && { position: places.get(id) }),
  }));
  const edges = [...network.links.values()].map((link) => ({
    data: {
      id: link.key,
      source: link.source,
      target: link.target,
      relation: link.label,
      predicate: link.predicate,
      weight: link.weight,
      paragraphs: link.paragraphs.map((p) => p.cite_as),
      dates: datesOf(link, network),
    },
  }));
  return JSON.stringify({ format_version: "1.0", elements: { nodes, edges } }, null, 1);
}
