// The address of the page: what it shows is said by its path, its query and its
// fragment alone, so that every state has a link.

import { SvelteURLSearchParams } from "svelte/reactivity";

class Address {
  path = $state(location.pathname);
  fragment = $state(decodeURIComponent(location.hash.slice(1)));
  query = new SvelteURLSearchParams(location.search);
  /** Counts the pages gone to, for who moves the focus after each. */
  visits = $state(0);

  constructor() {
    addEventListener("popstate", () => this.#read());
  }

  /** Goes to an address of the explorer. */
  go(href: string, options: { replace?: boolean } = {}): void {
    if (options.replace) history.replaceState(null, "", href);
    else history.pushState(null, "", href);
    this.#read();
  }

  /**
   * Changes parameters of the query; those that are empty go. It takes the place of the
   * address before unless it is a step that somebody may want to take back.
   */
  set(parameters: Record<string, string | undefined>, options: { step?: boolean } = {}): void {
    const next = new URLSearchParams(this.query);
    for (const [name, value] of Object.entries(parameters)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    const text = next.toString();
    if (text === this.query.toString()) return;
    this.go(this.path + (text && "?" + text) + location.hash, { replace: !options.step });
  }

  /** A parameter of the query, "" where there is none. */
  get(name: string): string {
    return this.query.get(name) ?? "";
  }

  #read(): void {
    if (location.pathname !== this.path) this.visits++;
    this.path = location.pathname;
    this.fragment = decodeURIComponent(location.hash.slice(1));
    const now = new URLSearchParams(location.search);
    for (const name of [...this.query.keys()]) if (!now.has(name)) this.query.delete(name);
    for (const name of new Set(now.keys())) {
      const values = now.getAll(name); // a parameter may be there several times
      if (values.join("\0") === this.query.getAll(name).join("\0")) continue;
      const [first = "", ...more] = values;
      this.query.set(name, first); // which keeps its place in the address
      for (const value of more) this.query.append(name, value);
    }
  }
}

export const address = new Address();

/** Takes clicks on links to the explorer's own pages, as a browser would go to them. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = event.composedPath().find((e): e is HTMLAnchorElement => e instanceof HTMLAnchorElement);
  if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
  if (!isOurs(link.pathname)) return;
  if (link.pathname === location.pathname && link.search === location.search && link.hash) return; // within the page
  event.preventDefault();
  address.go(link.pathname + link.search + link.hash);
}

/** Whether a path is a page of the explorer: the rest is for the server. */
function isOurs(path: string): boolean {
  return !/^\/(api|docs|openapi|reconcile|mcp|metrics|assets|static|healthz|readyz|llms)\b/.test(path);
}
