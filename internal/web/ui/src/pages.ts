// The pages of the explorer: which view shows which address.

import { parse } from "regexparam";
import type { Component } from "svelte";
import { decoded } from "./decoding";

type View = Component<Record<string, string>>;

/** A page: the pattern of its path, and its view, which takes the parts of the path as strings. */
interface Page {
  pattern: string;
  view: () => Promise<{ default: unknown }>;
}

const pages: Page[] = [
  { pattern: "/", view: () => import("./views/Home.svelte") },
  { pattern: "/search", view: () => import("./views/Search.svelte") },
  { pattern: "/queries", view: () => import("./views/Queries.svelte") },
  { pattern: "/queries/:name", view: () => import("./views/Query.svelte") },
  { pattern: "/records", view: () => import("./views/Records.svelte") },
  { pattern: "/records/*symbol", view: () => import("./views/Record.svelte") },
  { pattern: "/entities", view: () => import("./views/Entities.svelte") },
  { pattern: "/entities/*id", view: () => import("./views/Entity.svelte") },
  { pattern: "/network", view: () => import("./views/Network.svelte") },
  { pattern: "/agreements", view: () => import("./views/Agreements.svelte") },
  { pattern: "/topics", view: () => import("./views/Topics.svelte") },
  { pattern: "/console", view: () => import("./views/Console.svelte") },
  { pattern: "/corrections", view: () => import("./views/Corrections.svelte") },
];

/** What an address leads to: a view that is still to be loaded, and what the path says to it. */
export interface Found {
  view: () => Promise<View>;
  props: Record<string, string>;
}

export function find(path: string): Found | undefined {
  for (const page of pages) {
    // A symbol or an id has slashes of its own: the star takes the rest of the path.
    const [route = "", rest] = page.pattern.split("*");
    const { keys, pattern } = parse(rest ? route + "*" : route);
    const match = pattern.exec(path);
    if (!match || (rest && !match[1])) continue;
    const props: Record<string, string> = {};
    keys.forEach((key, i) => (props[rest && key === "*" ? rest : key] = decoded(match[i + 1] ?? "")));
    return { view: async () => (await page.view()).default as View, props };
  }
  return undefined;
}
