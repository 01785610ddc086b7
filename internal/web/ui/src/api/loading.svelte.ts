// What is being loaded: a value, or why there is none, that follows what it depends on.

import { Refusal } from "./client";

export interface Loading<T> {
  /** The value; while another loads, the one before. */
  readonly value: T | undefined;
  readonly refusal: Refusal | undefined;
  readonly busy: boolean;
  /** Asks anew. */
  again(): void;
}

/**
 * Loads while a component lives. What `ask` reads of reactive values before it first
 * waits decides when it is asked anew; undefined asks nothing.
 */
export function load<T>(ask: (signal: AbortSignal) => Promise<T> | undefined): Loading<T> {
  let value = $state.raw<T>();
  let refusal = $state.raw<Refusal>();
  let busy = $state(true);
  let turn = $state(0);

  $effect(() => {
    void turn;
    const abort = new AbortController();
    const asked = ask(abort.signal);
    busy = asked !== undefined;
    if (!asked) {
      value = refusal = undefined;
      return;
    }
    asked.then(
      (v) => {
        if (abort.signal.aborted) return;
        [value, refusal, busy] = [v, undefined, false];
      },
      (e: unknown) => {
        if (abort.signal.aborted) return;
        [value, refusal, busy] = [undefined, refusalOf(e), false];
      },
    );
    return () => abort.abort();
  });

  return {
    get value() {
      return value;
    },
    get refusal() {
      return refusal;
    },
    get busy() {
      return busy;
    },
    again: () => void turn++,
  };
}

/** What went wrong, as words for people. */
export function refusalOf(e: unknown): Refusal {
  if (e instanceof Refusal) return e;
  console.error(e);
  return new Refusal({ title: "Error", status: 0, detail: "the page met something that it does not understand" });
}
