// What Cytoscape is told to arrange a network by.

import type { NodeSingular } from "cytoscape";
import { byKind, byTime, type Arrangement } from "./arrange";
import type { Network } from "./graph";
import type { Places } from "./look";

const fewNodes = 200; // among whom there is time to keep labels apart

/** The layout; what stays keeps its place among what is new, where the arrangement allows it. */
export function layoutOf(network: Network, how: Arrangement, stay?: Places): object {
  if (how === "time") return preset(byTime(network));
  if (how === "kind") return preset(byKind(network));
  if (how === "force") return force(network.nodes.size <= fewNodes, stay);
  if (how === "concentric") return { name: how, concentric: rank, levelWidth: () => 6, minNodeSpacing: 30 };
  return { name: how, spacingFactor: how === "circle" ? 1.2 : 1 };
}

const preset = (places: Places) => ({ name: "preset", positions: (n: NodeSingular) => places.get(n.id()) });

/** What was begun from stands in the middle, then what has most links. */
const rank = (n: NodeSingular) => (n.hasClass("begun") ? Infinity : n.degree(false));

function force(few: boolean, stay: Places | undefined): object {
  const spread = { name: "fcose", idealEdgeLength: 160, nodeRepulsion: 30_000, nodeDimensionsIncludeLabels: few };
  if (!stay) return { ...spread, randomize: true, quality: few ? "proof" : "default" };
  const fixed = [...stay].map(([nodeId, position]) => ({ nodeId, position }));
  return { ...spread, randomize: false, quality: "proof", fixedNodeConstraint: fixed };
}
