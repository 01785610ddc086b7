// What this browser keeps: the queries that were run, and those that were given a name.

/** A query that was run. */
export interface Asked {
  text: string;
  /** When, as ISO 8601. */
  at: string;
  rows: number;
}

/** A query with a name. */
export interface Saved {
  name: string;
  text: string;
}

type Keeper = Pick<Storage, "getItem" | "setItem">;

export const maxHistory = 50;

/** A list in the browser's storage; another tab's changes are read when this one writes. */
class List<T> {
  items = $state.raw<T[]>([]);
  #keeps = true;

  constructor(
    private readonly key: string,
    private readonly keeper: Keeper,
    private readonly fits: (item: unknown) => item is T,
  ) {
    this.items = this.#read();
  }

  change(how: (items: T[]) => T[]): void {
    this.items = how(this.#keeps ? this.#read() : this.items);
    try {
      this.keeper.setItem(this.key, JSON.stringify(this.items));
    } catch {
      this.#keeps = false; // the browser keeps nothing, or is full: the list lives as long as the page
    }
  }

  #read(): T[] {
    try {
      const list: unknown = JSON.parse(this.keeper.getItem(this.key) ?? "[]");
      return Array.isArray(list) ? list.filter(this.fits) : [];
    } catch {
      return [];
    }
  }
}

const isObject = (item: unknown): item is Record<string, unknown> => typeof item === "object" && item !== null;
const isSaved = (item: unknown): item is Saved =>
  isObject(item) && typeof item["name"] === "string" && typeof item["text"] === "string" && item["name"].trim() !== "";
const isAsked = (item: unknown): item is Asked =>
  isObject(item) && ["text", "at"].every((k) => typeof item[k] === "string") && typeof item["rows"] === "number";

/** The queries that were run, the newest first, each text once. */
export class History {
  #list: List<Asked>;
  constructor(keeper: Keeper) {
    this.#list = new List("rapporteur.console.history", keeper, isAsked);
  }
  get items(): Asked[] {
    return this.#list.items;
  }
  add(asked: Asked): void {
    this.#list.change((all) => [asked, ...all.filter((a) => a.text !== asked.text)].slice(0, maxHistory));
  }
  remove(text: string): void {
    this.#list.change((all) => all.filter((a) => a.text !== text));
  }
  clear(): void {
    this.#list.change(() => []);
  }
}

const collator = new Intl.Collator("en", { numeric: true });

/** The queries with names, in their order. */
export class Shelf {
  #list: List<Saved>;
  constructor(keeper: Keeper) {
    this.#list = new List("rapporteur.console.saved", keeper, isSaved);
  }
  get items(): Saved[] {
    return this.#list.items;
  }
  has(name: string): boolean {
    return this.items.some((s) => s.name === name.trim());
  }
  /** Keeps a query under a name; one of that name goes. */
  keep(name: string, text: string): void {
    this.#list.change((all) => inOrder([...all.filter((s) => s.name !== name.trim()), { name: name.trim(), text }]));
  }
  rename(from: string, to: string): void {
    const saved = this.items.find((s) => s.name === from);
    if (!saved || !to.trim() || to.trim() === from) return;
    this.keep(to, saved.text);
    this.remove(from);
  }
  remove(name: string): void {
    this.#list.change((all) => all.filter((s) => s.name !== name));
  }
  /** Reads what toFile wrote, and returns how many queries it had; an Error says why not. */
  fromFile(file: string): number {
    const queries = parse(file);
    for (const { name, text } of queries) this.keep(name, text);
    return queries.length;
  }
  toFile(): string {
    return JSON.stringify({ queries: this.items }, null, 2) + "\n";
  }
}

const inOrder = (all: Saved[]) => all.sort((a, b) => collator.compare(a.name, b.name));

function parse(file: string): Saved[] {
  let content: unknown;
  try {
    content = JSON.parse(file);
  } catch {
    throw new Error("the file is not JSON; choose one that was exported here");
  }
  const queries = isObject(content) ? content["queries"] : undefined;
  if (!Array.isArray(queries) || !queries.every(isSaved)) {
    throw new Error("the file has no list of queries with a name and a text; choose one that was exported here");
  }
  return queries;
}
