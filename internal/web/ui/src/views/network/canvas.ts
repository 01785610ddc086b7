// The drawing on the screen: Cytoscape, told what to show. What stands somewhere keeps its
// place when other things come and go.

import type { Core, ElementDefinition, EventObject, LayoutOptions } from "cytoscape";
import { loadCytoscape } from "../../parts/cytoscape";
import { besideKnown, type Arrangement } from "./arrange";
import { edgeData, nodeData } from "./elements";
import { linksByNode, type Network } from "./graph";
import { layoutOf } from "./layout";
import type { Palette, Places } from "./look";
import { stylesheet } from "./stylesheet";

/** What stands out: one thing that is picked, and a way. */
export interface Emphasis {
  picked: string;
  way: Set<string>;
}

const padding = 40;
const fewLinks = 600;

/** Loads Cytoscape and makes a drawing in a box; a click calls `onpick` with an id, "" for none. */
export async function openCanvas(box: HTMLElement, onpick: (id: string) => void): Promise<Canvas> {
  const cytoscape = await loadCytoscape();
  const cy = cytoscape({
    container: box,
    minZoom: 0.05,
    maxZoom: 4,
    boxSelectionEnabled: false,
    autounselectify: true,
    textureOnViewport: true, // thousands of links are drawn once for each drag, and not once for each frame
  });
  cy.on("tap", (e: EventObject) => onpick(e.target === cy ? "" : (e.target as { id(): string }).id()));
  const canvas = new Canvas(cy);
  cy.on("resize", () => canvas.fit());
  return canvas;
}

export class Canvas {
  #gone: Places = new Map(); // where things stood that are not shown now

  constructor(readonly cy: Core) {}

  /** Where everything stands that is shown. */
  get places(): Places {
    return new Map(this.cy.nodes().map((n) => [n.id(), { ...n.position() }]));
  }

  colour(palette: Palette): void {
    this.cy.style(stylesheet(palette));
  }

  /** Shows this and nothing else. Only what was never shown before is arranged. */
  show(network: Network, begun: Set<string>, how: Arrangement): void {
    const first = this.cy.nodes().empty();
    const fresh = new Set<string>();
    this.cy.batch(() => {
      this.#remove(network);
      this.#addNodes(network, fresh);
      this.#addEdges(network);
      this.cy.nodes().forEach((n) => void n.toggleClass("begun", begun.has(n.id())));
      this.cy.edges().toggleClass("many", network.links.size > fewLinks);
    });
    if (fresh.size) this.arrange(network, how, first ? undefined : fresh);
  }

  #remove(network: Network): void {
    this.cy.edges().forEach((e) => void (network.links.has(e.id()) || e.remove()));
    this.cy.nodes().forEach((n) => {
      if (network.nodes.has(n.id())) return;
      this.#gone.set(n.id(), { ...n.position() });
      n.remove();
    });
  }

  #addNodes(network: Network, fresh: Set<string>): void {
    const degrees = linksByNode(network);
    const places = this.places;
    const added: ElementDefinition[] = [];
    for (const node of network.nodes.values()) {
      const data = nodeData(node, degrees.get(node.id)!.length);
      const known = this.cy.getElementById(node.id);
      if (known.nonempty()) {
        known.data(data);
        continue;
      }
      const stood = this.#gone.get(node.id);
      if (!stood) fresh.add(node.id);
      added.push({ group: "nodes", data, position: stood ?? besideKnown(network, places, node.id, fresh.size) });
    }
    this.cy.add(added);
  }

  #addEdges(network: Network): void {
    const added: ElementDefinition[] = [];
    for (const link of network.links.values()) {
      const known = this.cy.getElementById(link.key);
      if (known.nonempty()) known.data(edgeData(link));
      else added.push({ group: "edges", data: edgeData(link) });
    }
    this.cy.add(added);
  }

  /** Arranges everything, or only what is fresh. */
  arrange(network: Network, how: Arrangement, fresh?: Set<string>): void {
    const stay = fresh && new Map([...this.places].filter(([id]) => !fresh.has(id)));
    const layout = { ...layoutOf(network, how, stay), animate: false, fit: true, padding };
    this.cy.layout(layout as LayoutOptions).run();
  }

  /** What is picked and what is next to it stand out, or else a way. */
  emphasise({ picked, way }: Emphasis): void {
    const { cy } = this;
    cy.batch(() => {
      cy.elements().removeClass("picked near way faint");
      const one = cy.elements().filter((e) => e.id() === picked);
      const onWay = cy.elements().filter((e) => way.has(e.id()));
      const near = one.nodes().closedNeighborhood().union(one.edges()).union(one.edges().connectedNodes());
      onWay.addClass("way");
      if (one.nonempty() || onWay.nonempty()) cy.elements().difference(near).difference(onWay).addClass("faint");
      near.addClass("near");
      one.addClass("picked");
    });
  }

  /** Brings an entity into sight. */
  reveal(id: string): void {
    const node = this.cy.getElementById(id);
    if (node.empty()) return;
    const [seen, at] = [this.cy.extent(), node.position()];
    if (at.x < seen.x1 || at.x > seen.x2 || at.y < seen.y1 || at.y > seen.y2) this.cy.center(node);
  }

  zoom(factor: number): void {
    const middle = { x: this.cy.width() / 2, y: this.cy.height() / 2 };
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: middle });
  }

  fit(): void {
    this.cy.fit(undefined, padding);
  }

  png(background: string): Promise<Blob> {
    return this.cy.png({
      output: "blob-promise",
      full: true,
      scale: 2,
      maxWidth: 8000,
      maxHeight: 8000,
      bg: background,
    });
  }
}
