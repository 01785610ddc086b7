// Moving through a drawing by the arrow keys.

import type { Places } from "./look";

const directions: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export const isArrow = (key: string) => key in directions;

/** How far an arrow key moves the drawing. */
export const stepOf = (key: string, length: number) => {
  const [x, y] = directions[key]!;
  return { x: -x * length, y: -y * length };
};

/**
 * Which of some entities lies in the direction of a key as seen from another: the nearest in
 * the quarter that the key points to, and else the one that lies least aside.
 */
export function towards(key: string, from: string, among: Iterable<string>, places: Places): string | undefined {
  const [dx, dy] = directions[key]!;
  const here = places.get(from);
  if (!here) return undefined;
  let best: { id: string; cost: number } | undefined;
  for (const id of among) {
    const there = places.get(id);
    if (!there || id === from) continue;
    const [x, y] = [there.x - here.x, there.y - here.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (ahead <= 0) continue;
    const cost = ahead + aside + (aside > ahead ? 1e6 : 0); // outside the quarter only if nothing is in it
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}
