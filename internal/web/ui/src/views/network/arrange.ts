// The ways of arranging a drawing.

import { allKinds } from "../../kinds";
import { datesOf, linksByNode, type Network } from "./graph";
import type { Places } from "./look";

export const arrangements = [
  ["force", "By their links"],
  ["circle", "In a circle"],
  ["grid", "In a grid"],
  ["concentric", "Around the start"],
  ["time", "By first meeting"],
  ["kind", "By kind"],
] as const;

export type Arrangement = (typeof arrangements)[number][0];

export const arrangementOf = (name: string): Arrangement => arrangements.find(([id]) => id === name)?.[0] ?? "force";

const columnWidth = 150;
const rowHeight = 64;

/** A column for each kind, in the order of legends. */
export function byKind(network: Network): Places {
  const order = new Map(allKinds.map((k, i) => [k.id, String(i).padStart(2, "0")]));
  return columns(network, (id) => order.get(network.nodes.get(id)!.type) ?? "99");
}

/** A column for each meeting that first links an entity; what no meeting states comes last. */
export function byTime(network: Network): Places {
  const links = linksByNode(network);
  const first = (id: string) => links.get(id)!.flatMap((l) => datesOf(l, network)).sort()[0]; // prettier-ignore
  return columns(network, (id) => first(id) ?? "9999");
}

/** Places entities in columns by a key; high columns are broken into several. */
function columns(network: Network, key: (id: string) => string): Places {
  const groups = new Map<string, string[]>();
  for (const id of network.nodes.keys()) groups.set(key(id), [...(groups.get(key(id)) ?? []), id]);
  const most = Math.max(12, Math.ceil(Math.sqrt(network.nodes.size)));
  const places: Places = new Map();
  let column = 0;
  for (const group of [...groups.keys()].sort()) {
    const ids = groups.get(group)!;
    const high = Math.min(ids.length, most);
    ids.forEach((id, i) => {
      const x = (column + Math.floor(i / most)) * columnWidth;
      places.set(id, { x, y: ((i % most) - (high - 1) / 2) * rowHeight });
    });
    column += Math.ceil(ids.length / most) + 0.1;
  }
  return places;
}

/**
 * Where entities that are new stand before they are arranged: around the one they are linked
 * with, so that they do not fly through the drawing.
 */
export function besideKnown(network: Network, places: Places, id: string, nth: number): { x: number; y: number } {
  const link = [...network.links.values()].find(
    (l) => (l.source === id && places.has(l.target)) || (l.target === id && places.has(l.source)),
  );
  const near = link ? places.get(link.source === id ? link.target : link.source)! : { x: 0, y: 0 };
  const angle = nth * 2.4; // the golden angle: no two in the same place
  const away = 60 + 12 * Math.sqrt(nth);
  return { x: near.x + away * Math.cos(angle), y: near.y + away * Math.sin(angle) };
}
