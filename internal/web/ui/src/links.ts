// Where things are shown. Ids and symbols keep their slashes.

import type { Passage } from "./api/client";

const inPath = (name: string) => name.split("/").map(encodeURIComponent).join("/").replaceAll("%3A", ":");

export const recordLink = (symbol: string) => "/records/" + inPath(symbol);
export const paragraphLink = (symbol: string, number: number) => `${recordLink(symbol)}#para-${number}`;
export const queryLink = (name: string, values: Record<string, string> = {}) =>
  withQuery("/queries/" + encodeURIComponent(name), values);
export const searchLink = (words: string) => withQuery("/search", { q: words });
export const networkLink = (center: string) => withQuery("/network", { center });

/** The page of an entity; records have one of their own. */
export function entityLink(id: string): string {
  return id.startsWith("record:") ? recordLink(id.slice("record:".length)) : "/entities/" + inPath(id);
}

/** Where a passage stands; what the lexicon says stands nowhere. */
export function passageLink(p: Partial<Passage> & { id: string }): string | undefined {
  if (p.symbol && p.number) return paragraphLink(p.symbol, p.number);
  return p.id.startsWith("record:") ? entityLink(p.id) : undefined;
}

/** A passage of which only the id is known, such as "para:CMW/C/SR.9#2". */
export function passageOf(id: string): Partial<Passage> & { id: string } {
  const [, symbol, number] = /^para:(.+)#(\d+)$/.exec(id) ?? [];
  return symbol && number ? { id, symbol, number: Number(number), cite_as: `${symbol}, para. ${number}` } : { id };
}

/** An address with those parameters that are not empty. */
export function withQuery(path: string, values: Record<string, string | undefined>): string {
  const query = new URLSearchParams(Object.entries(values).filter((e): e is [string, string] => !!e[1]));
  return query.size ? `${path}?${query}` : path;
}
