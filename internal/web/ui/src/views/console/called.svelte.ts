// What entities are called, asked of the graph itself, each id once.

import { iriLiteral } from "./fill";
import { rowsOf } from "./gizmo";

/** Ids that one query asks for: its text stays far below what the server takes. */
const batch = 150;

export class Called {
  names = $state.raw<ReadonlyMap<string, string>>(new Map());
  #asked = new Set<string>();

  /** Learns the names of those that are not known yet; an id without a name stays one. */
  async learn(ids: string[]): Promise<void> {
    const unknown = ids.filter((id) => !this.#asked.has(id));
    unknown.forEach((id) => this.#asked.add(id));
    for (let i = 0; i < unknown.length; i += batch) await this.#ask(unknown.slice(i, i + batch));
  }

  async #ask(ids: string[]): Promise<void> {
    const query = `g.V([${ids.map(iriLiteral).join(", ")}]).Save("<rdfs:label>", "name").All()`;
    try {
      const { rows } = await rowsOf(query);
      const found = rows.map((r) => [String(r["id"]?.value), String(r["name"]?.value)] as const);
      this.names = new Map([...this.names, ...found]);
    } catch {
      ids.forEach((id) => this.#asked.delete(id)); // ids are shown instead
    }
  }
}
