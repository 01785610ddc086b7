// Asks the API for the parts of a network. What was asked once is not asked again while
// somebody looks at the network.

import { follow, read, type Schemas } from "../../api/client";
import { typeOfId } from "../../kinds";
import { withQuery } from "../../links";
import type { Answer } from "../../table";
import { recordOf, type Part, type RecordRef } from "./graph";
import { partOfAnswer } from "./rows";

export type Neighbourhood = Schemas["Network"];
export type Ways = Schemas["Paths"];

/** What a network begins with: the neighbourhoods of entities, the answer of a query, or both. */
export interface Beginning {
  neighbourhoods: Neighbourhood[];
  answer: Answer | undefined;
  parts: Part[];
}

export class Source {
  #asked = new Map<string, Promise<unknown>>();

  async beginning(centers: string[], limit: number, query: string, values: Record<string, string>): Promise<Beginning> {
    const [all, found] = await Promise.all([
      Promise.all(centers.map((c) => this.neighbourhood(c, limit))),
      query ? this.answer(query, values) : undefined,
    ]);
    const neighbourhoods = [...new Map(all.map((n) => [n.center, n])).values()]; // of two names, one entity
    return { neighbourhoods, answer: found?.answer, parts: [...neighbourhoods, ...(found ? [found.part] : [])] };
  }

  /** An entity, the entities next to it, and the links between all of them. */
  neighbourhood(center: string, limit: number): Promise<Neighbourhood> {
    return this.#once(`graph ${limit} ${center}`, () =>
      read((api) => api.GET("/api/v1/graph", { params: { query: { center, limit } } })),
    );
  }

  /** The shortest ways between two entities, whether they are shown or not. */
  ways(from: string, to: string): Promise<Ways> {
    return this.#once(`paths ${from} ${to}`, () =>
      read((api) => api.GET("/api/v1/paths", { params: { query: { from, to } } })),
    );
  }

  /** The answer of a named query, and the part that it makes. */
  answer(name: string, values: Record<string, string>): Promise<{ answer: Answer; part: Part }> {
    const href = withQuery("/api/v1/queries/" + encodeURIComponent(name), { ...values, format: "json" });
    return this.#once(href, async () => {
      const answer = await follow<Answer>(href);
      const ids = Object.values(values).filter((v) => typeOfId(v) && !v.startsWith("record:"));
      const part = partOfAnswer(answer, await Promise.all(ids.map(nameOf)));
      return { answer, part: { ...part, records: await recordsOf(part) } };
    });
  }

  async #once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const asked = (this.#asked.get(key) as Promise<T> | undefined) ?? ask();
    this.#asked.set(key, asked);
    asked.catch(() => this.#asked.delete(key)); // it may work the next time
    return asked;
  }
}

async function nameOf(id: string) {
  const entity = await read((api) =>
    api.GET("/api/v1/entities/{id}", { params: { path: { id }, query: { fields: "id,label" } } }),
  );
  return { id, label: entity.label ?? id, type: typeOfId(id) };
}

const mostRecords = 100; // asked for one by one

/** When and of which body the records are that an answer rests on; answers do not say it. */
function recordsOf(part: Part): Promise<RecordRef[]> {
  const ids = new Set(part.links.flatMap((l) => l.paragraphs.flatMap((p) => recordOf(p) ?? [])));
  const ask = async (id: string) => {
    const symbol = id.slice("record:".length);
    const params = { path: { symbol }, query: { fields: "header" } };
    const { header } = await read((api) => api.GET("/api/v1/records/{symbol}", { params }));
    return { id, symbol, date: header.date ?? null, body: header.body ?? null };
  };
  return Promise.all([...ids].slice(0, mostRecords).map(ask));
}

/** One of the ways between two entities, as a part of the network. */
export function partOfWay(ways: Ways | undefined, nth: number): Part {
  const path = ways?.paths[nth];
  if (!path) return { nodes: [], links: [], records: [] };
  return { nodes: path.nodes, links: path.steps.flatMap((s) => s.links), records: ways.records };
}
