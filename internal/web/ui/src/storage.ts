// What the browser keeps. One that forbids it keeps for as long as the page stands.

export type Keeper = Pick<Storage, "getItem" | "setItem" | "removeItem">;

function memory(): Keeper {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

/** A storage, which a browser may refuse even to name. */
export function allowed(storage: () => Storage): Keeper {
  try {
    storage().getItem("");
    return storage();
  } catch {
    return memory();
  }
}

/** What stays when the browser is closed. */
export const lasting = allowed(() => localStorage);
/** What goes with the tab. */
export const ofTab = allowed(() => sessionStorage);
