// Running a query: what was asked, what came, and how long it took.

import { Refusal } from "../../api/client";
import { rowsOf } from "./gizmo";
import type { Result } from "./rows";

export class Run {
  /** The query that was asked last. */
  text = $state("");
  busy = $state(false);
  result = $state.raw<Result>();
  refusal = $state.raw<Refusal>();
  stopped = $state(false);
  /** Seconds from asking to having the answer. */
  took = $state(0);
  #abort: AbortController | undefined;

  /** Asks; of two queries the later one counts. Returns the answer, if it came. */
  async ask(text: string): Promise<Result | undefined> {
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    const start = performance.now();
    Object.assign(this, { text, busy: true, result: undefined, refusal: undefined, stopped: false });
    try {
      const result = await rowsOf(text, signal);
      if (signal.aborted) return undefined;
      Object.assign(this, { result, busy: false, took: (performance.now() - start) / 1000 });
      return result;
    } catch (e) {
      if (!signal.aborted) Object.assign(this, { refusal: refusalOf(e), busy: false });
      return undefined;
    }
  }

  /** Calls the query off; the server stops working on it. */
  stop(): void {
    if (!this.busy) return;
    this.#abort?.abort();
    Object.assign(this, { busy: false, stopped: true });
  }

  /** Called when nobody looks any more. */
  end(): void {
    this.#abort?.abort();
  }
}

function refusalOf(e: unknown): Refusal {
  if (e instanceof Refusal) return e;
  console.error(e);
  return new Refusal({ title: "Error", status: 0, detail: "the page met something that it does not understand" });
}
