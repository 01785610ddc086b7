import { describe, expect, test } from "vitest";
import { History, maxHistory, Shelf } from "./kept.svelte";

function keeper(full = false) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (full) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, value);
    },
  };
}
const asked = (text: string, rows = 1) => ({ text, rows, at: "2024-01-02T03:04:05Z" });

describe("History", () => {
  test("has the newest first, each text once, and forgets the oldest", () => {
    const kept = keeper();
    const history = new History(kept);
    for (let i = 0; i <= maxHistory; i++) history.add(asked(`query ${i}`));
    history.add(asked("query 7", 3));
    expect(history.items).toHaveLength(maxHistory);
    expect(history.items.slice(0, 2).map((a) => [a.text, a.rows])).toEqual([
      ["query 7", 3],
      [`query ${maxHistory}`, 1],
    ]);
    expect(new History(kept).items).toEqual(history.items);
  });
  test("two tabs do not take each other's queries away", () => {
    const kept = keeper();
    const [here, there] = [new History(kept), new History(kept)];
    there.add(asked("there"));
    here.add(asked("here"));
    expect(here.items.map((a) => a.text)).toEqual(["here", "there"]);
  });
  test("works where the browser keeps nothing, or something else", () => {
    const history = new History(keeper(true));
    history.add(asked("kept as long as the page"));
    history.add(asked("and this one"));
    expect(history.items).toHaveLength(2);
    const strange = keeper();
    strange.setItem("rapporteur.console.history", '[{"text": 1}, "x", null]');
    expect(new History(strange).items).toEqual([]);
    strange.setItem("rapporteur.console.history", "{");
    expect(new History(strange).items).toEqual([]);
  });
});

describe("Shelf", () => {
  test("is in the order of names; a name is there once", () => {
    const shelf = new Shelf(keeper());
    shelf.keep("lamp 10", "a");
    shelf.keep("lamp 2", "b");
    shelf.keep(" lamp 10 ", "c");
    shelf.rename("lamp 2", "beacon");
    expect(shelf.items).toEqual([
      { name: "beacon", text: "b" },
      { name: "lamp 10", text: "c" },
    ]);
  });
  test("reads what it wrote, and says what it cannot read", () => {
    const [from, to] = [new Shelf(keeper()), new Shelf(keeper())];
    from.keep("lamps", "g.V()");
    expect(to.fromFile(from.toFile())).toBe(1);
    expect(to.items).toEqual(from.items);
    expect(() => to.fromFile("lamps")).toThrow("not JSON");
    expect(() => to.fromFile('{"queries": [{"name": " ", "text": ""}]}')).toThrow("no list of queries");
    expect(to.items).toEqual(from.items);
  });
});
