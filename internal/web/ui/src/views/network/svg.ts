// A network as an SVG drawing: what the screen shows, in lines that can be enlarged and edited.

import { cornersOf, fontOf, isFact, linesOf, sizeOf, widthOf, type Scene } from "./look";
import { linksByNode, type Link, type Node } from "./graph";
import { fitForXML } from "./xml";

const margin = 90; // for labels at the edge

/** The text of the file. Every name stands in it as text. */
export function svgOf(scene: Scene, title: string): string {
  const degrees = linksByNode(scene.network);
  const size = (id: string) => sizeOf(degrees.get(id)?.length ?? 0);
  const nodes = [...scene.network.nodes.values()].filter((n) => scene.places.has(n.id));
  const { x, y, width, height } = frame(nodes, scene);
  const links = [...scene.network.links.values()].map((l) => line(l, scene, size));
  const parts = [...links, ...nodes.map((n) => shape(n, scene, size(n.id)))];
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif">
<title>${escaped(title)}</title>
<defs><marker id="arrow" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L10 5L0 10z" fill="${scene.palette.line}"/></marker></defs>
<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${scene.palette.paper}"/>
${parts.filter((p) => p).join("\n")}
</svg>
`;
}

function frame(nodes: Node[], { places }: Scene) {
  const all = nodes.map((n) => places.get(n.id)!);
  const [xs, ys] = [all.map((p) => p.x), all.map((p) => p.y)];
  const [left, top] = [Math.min(...xs, Infinity), Math.min(...ys, Infinity)].map((v) => (isFinite(v) ? v : 0));
  const x = round(left! - margin);
  const y = round(top! - margin);
  return {
    x,
    y,
    width: round(Math.max(...xs, left!) + margin - x),
    height: round(Math.max(...ys, top!) + margin - y),
  };
}

/** A link from the edge of one shape to that of the other. */
function line(link: Link, { places, palette }: Scene, size: (id: string) => number): string {
  const [from, to] = [places.get(link.source), places.get(link.target)];
  if (!from || !to) return "";
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [start, end] = [size(link.source) / 2, size(link.target) / 2];
  const ends = `x1="${round(from.x + dx * start)}" y1="${round(from.y + dy * start)}" x2="${round(to.x - dx * end)}" y2="${round(to.y - dy * end)}"`;
  const kind = isFact(link) ? `marker-end="url(#arrow)"` : `stroke-dasharray="1 3"`;
  const said = `<title>${escaped(`${link.label} (${link.weight})`)}</title>`;
  return `<line ${ends} stroke="${palette.line}" stroke-width="${round(widthOf(link.weight))}" ${kind}>${said}</line>`;
}

function shape(node: Node, { places, palette }: Scene, size: number): string {
  const { x, y } = places.get(node.id)!;
  const fill = palette.kinds.get(node.type) ?? palette.line;
  const corners = cornersOf(node.type);
  const at = ([cx, cy]: [number, number]) => `${round(x + (cx * size) / 2)},${round(y + (cy * size) / 2)}`;
  const body = corners
    ? `<polygon points="${corners.map(at).join(" ")}" fill="${fill}"/>`
    : `<circle cx="${round(x)}" cy="${round(y)}" r="${round(size / 2)}" fill="${fill}"/>`;
  return `<g><title>${escaped(node.label)}</title>${body}${text(node.label, x, y + size / 2 + 3, fontOf(size), palette)}</g>`;
}

function text(label: string, x: number, top: number, font: number, { ink, paper }: Scene["palette"]): string {
  const lines = linesOf(label).map(
    (line, i) => `<tspan x="${round(x)}" dy="${i ? round(font * 1.1) : 0}">${escaped(line)}</tspan>`,
  );
  return `<text x="${round(x)}" y="${round(top + font)}" font-size="${font}" text-anchor="middle" fill="${ink}" stroke="${paper}" stroke-width="3" paint-order="stroke">${lines.join("")}</text>`;
}

const round = (n: number) => Math.round(n * 10) / 10;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => fitForXML(text).replace(/[&<>"]/g, (c) => entities[c]!);
