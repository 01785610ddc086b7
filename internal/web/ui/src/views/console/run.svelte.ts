// Running a query: what was asked, what came, and how long it took.

import { Refusal } from "../../api/client";
import { rowsOf } from "./gizmo";
import type { Result } from "./rows";

/** An answer with the query that it answers. */
export interface Answered {
  text: string;
  result: Result;
  /** Seconds from asking to having it. */
  took: number;
}

export class Run {
  /** The query that was asked last. */
  text = $state("");
  busy = $state(false);
  /** The last answer; while another is awaited, the one before. */
  answered = $state.raw<Answered>();
  refusal = $state.raw<Refusal>();
  stopped = $state(false);
  #abort: AbortController | undefined;

  /** Asks; of two queries the later one counts. Returns the answer, if it came. */
  async ask(text: string): Promise<Result | undefined> {
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    const start = performance.now();
    Object.assign(this, { text, busy: true, stopped: false });
    try {
      const result = await rowsOf(text, signal);
      if (signal.aborted) return undefined;
      this.#end({ answered: { text, result, took: (performance.now() - start) / 1000 } });
      return result;
    } catch (e) {
      if (!signal.aborted) this.#end({ refusal: refusalOf(e) });
      return undefined;
    }
  }

  /** Calls the query off; the server stops working on it. */
  stop(): void {
    this.#abort?.abort();
    if (this.busy) this.#end({ stopped: true });
  }

  #end(how: { answered?: Answered; refusal?: Refusal; stopped?: boolean }): void {
    Object.assign(this, { busy: false, answered: undefined, refusal: undefined, stopped: false, ...how });
  }
}

function refusalOf(e: unknown): Refusal {
  if (e instanceof Refusal) return e;
  console.error(e);
  return new Refusal({ title: "Error", status: 0, detail: "the page met something that it does not understand" });
}
