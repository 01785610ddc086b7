// The style of the drawing on the screen.

import type { StylesheetJson } from "cytoscape";
import { cornersOf, drawnKinds, type Palette } from "./look";

export function stylesheet(palette: Palette): StylesheetJson {
  return [
    { selector: "core", style: { "outside-texture-bg-opacity": 0 } },
    { selector: "node", style: nodeStyle(palette) },
    ...drawnKinds.map((k) => ({ selector: `node[type = "${k.id}"]`, style: kindStyle(k.id, palette) })),
    { selector: "edge", style: edgeStyle(palette) },
    { selector: "edge[?fact]", style: { "line-style": "solid", "target-arrow-shape": "triangle" } },
    // Dots and curves take four times as long to draw, and cannot be told apart among so many.
    { selector: "edge.many", style: { "line-style": "solid", "curve-style": "straight" } },
    { selector: "node.begun", style: { "border-width": 3, "border-color": palette.ink, "font-weight": "bold" } },
    { selector: ".faint", style: { opacity: 0.25 } },
    { selector: "edge.way", style: { "line-color": palette.accent, "target-arrow-color": palette.accent, width: 5 } },
    { selector: "node.way", style: { "border-width": 4, "border-color": palette.accent } },
    { selector: "edge[?fact].near, edge.way, edge.picked", style: edgeLabel(palette) },
    {
      selector: "edge.picked",
      style: { "line-color": palette.ink, "target-arrow-color": palette.ink, width: 5, "z-index": 2 },
    },
    { selector: "node.picked", style: { "border-width": 5, "border-style": "double", "border-color": palette.ink } },
  ] as StylesheetJson;
}

const nodeStyle = ({ ink, paper, line }: Palette) => ({
  width: "data(size)",
  height: "data(size)",
  "background-color": line,
  label: "data(text)",
  color: ink,
  "font-size": "data(font)",
  "text-wrap": "wrap",
  "text-valign": "bottom",
  "text-margin-y": 3,
  "text-outline-color": paper,
  "text-outline-width": 2,
  "min-zoomed-font-size": 7,
});

function kindStyle(type: string, { kinds }: Palette) {
  const corners = cornersOf(type);
  return {
    "background-color": kinds.get(type),
    shape: corners ? "polygon" : "ellipse",
    ...(corners && { "shape-polygon-points": corners.flat() }),
  };
}

const edgeStyle = ({ line }: Palette) => ({
  width: "data(width)",
  "line-color": line,
  "line-style": "dotted",
  "target-arrow-color": line,
  "arrow-scale": 0.8,
  "curve-style": "bezier",
  opacity: 0.8,
});

const edgeLabel = ({ ink, paper }: Palette) => ({
  label: "data(label)",
  color: ink,
  "font-size": 9,
  "text-rotation": "autorotate",
  "text-outline-color": paper,
  "text-outline-width": 2,
  opacity: 1,
});
