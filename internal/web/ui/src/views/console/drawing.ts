// A small drawing of a network by Cytoscape.

import type { StylesheetJson } from "cytoscape";
import { hue } from "../../kinds";
import type { Cytoscape } from "../../parts/cytoscape";
import { colour } from "../../theme.svelte";
import type { Link, Node } from "./network";

export interface Drawing {
  /** Takes the colours of now. */
  colour(): void;
  /** Calls things by other names; they stay where they are. */
  name(nodes: Node[]): void;
  end(): void;
}

/** Draws in a box; a click on an entity calls onpick with its id. */
export function draw(
  cytoscape: Cytoscape,
  box: HTMLElement,
  { nodes, links, onpick }: { nodes: Node[]; links: Link[]; onpick: (id: string) => void },
): Drawing {
  const cy = cytoscape({
    container: box,
    elements: [
      ...nodes.map((n) => ({ data: { id: n.id, type: n.type, text: short(n.label) } })),
      ...links.map(({ source, target, weight }) => ({
        data: { id: source + " " + target, source, target, width: Math.min(1 + Math.log2(weight), 6) },
      })),
    ],
    userZoomingEnabled: false, // the wheel scrolls the page
    autounselectify: true,
    boxSelectionEnabled: false,
    layout: { name: "fcose", animate: false, padding: 30, nodeSeparation: 100, idealEdgeLength: 110 } as never,
  });
  cy.on("tap", "node", (e) => onpick((e.target as { id(): string }).id()));
  return {
    colour: () => void cy.style(style(nodes)),
    name: (named) => cy.batch(() => named.forEach((n) => cy.getElementById(n.id).data("text", short(n.label)))),
    end: () => cy.destroy(),
  };
}

const short = (label: string) => (label.length > 40 ? label.slice(0, 39) + "…" : label);

function style(nodes: Node[]): StylesheetJson {
  const [ink, paper, line] = [colour("--ink"), colour("--raised"), colour("--edge")];
  const types = [...new Set(nodes.map((n) => n.type))];
  return [
    {
      selector: "node",
      style: {
        width: 18,
        height: 18,
        label: "data(text)",
        color: ink,
        "font-size": 11,
        "text-wrap": "wrap",
        "text-max-width": "130px",
        "text-valign": "bottom",
        "text-margin-y": 3,
        "text-outline-color": paper,
        "text-outline-width": 2,
      },
    },
    ...types.map((type) => ({
      selector: `node[type = "${type}"]`,
      style: { "background-color": colour(hue(type)) },
    })),
    { selector: "edge", style: { width: "data(width)", "line-color": line, "curve-style": "straight", opacity: 0.8 } },
  ];
}
