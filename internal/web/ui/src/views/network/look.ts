// How a network is drawn, said once for the screen, the legend and the files that are saved:
// the shape of each kind, the size of entities, the width of links, and the lines of labels.

import { kindOf } from "../../kinds";
import { together, type Link, type Network } from "./graph";

/** Corners of a shape between -1 and 1, in turn; none is a circle. */
type Corners = [number, number][];

const regular = (corners: number, turn = 0): Corners =>
  Array.from({ length: corners }, (_, i) => {
    const angle = ((i + turn) / corners) * 2 * Math.PI - Math.PI / 2;
    return [Math.cos(angle), Math.sin(angle)];
  });

const star: Corners = regular(10).map(([x, y], i) => (i % 2 ? [x / 2, y / 2] : [x, y]));

const shapes: Record<string, Corners> = {
  Institution: [[-0.85, -0.85], [0.85, -0.85], [0.85, 0.85], [-0.85, 0.85]], // prettier-ignore
  Body: regular(8, 0.5),
  Country: regular(6),
  Agreement: regular(4),
  Law: regular(5),
  Policy: [[-0.5, -0.8], [0.5, -0.8], [1, 0.8], [-1, 0.8]], // prettier-ignore
  Document: [[-0.65, -0.95], [0.65, -0.95], [0.65, 0.95], [-0.65, 0.95]], // prettier-ignore
  Provision: regular(3, 1.5),
  Topic: regular(3),
  SummaryRecord: [[-0.7, -0.95], [0.3, -0.95], [0.7, -0.55], [0.7, 0.95], [-0.7, 0.95]], // prettier-ignore
  Meeting: star,
};

/** The corners of the shape of a kind, undefined for a circle. */
export const cornersOf = (type: string): Corners | undefined => shapes[type];

export const drawnKinds = ["Person", ...Object.keys(shapes)].map(kindOf);

/** The width of an entity in pixels at the scale of 1. */
export const sizeOf = (links: number) => Math.min(16 + 5 * Math.sqrt(links), 64);

/** The height of a label's letters, which grows with what it names. */
export const fontOf = (size: number) => Math.round(7.5 + size / 6);

/** The width of a link in pixels at the scale of 1. */
export const widthOf = (weight: number) => Math.min(1 + Math.log2(weight), 6);

/** Facts have an arrow; what is only named together is a line of dots. */
export const isFact = (link: Link) => link.predicate !== together;

/** The number of lines that a label has at most, and of characters in each. */
const mostLines = 3;
const lineLength = 22;

/** A label in short lines; what does not fit ends in "…". */
export function linesOf(label: string): string[] {
  const lines = [""];
  for (const word of label.split(/\s+/)) {
    const line = lines.at(-1)!;
    if (!line) lines[lines.length - 1] = word;
    else if (line.length + word.length < lineLength) lines[lines.length - 1] += " " + word;
    else lines.push(word);
  }
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), lines[mostLines - 1]!.slice(0, lineLength - 1) + " …"];
}

export type Places = Map<string, { x: number; y: number }>;

/** The colours of now: of what belongs to no kind, and of each kind. */
export interface Palette {
  ink: string;
  paper: string;
  line: string;
  accent: string;
  kinds: Map<string, string>;
}

/** What a saved drawing is made of. */
export interface Scene {
  network: Network;
  places: Places;
  palette: Palette;
}
