// States and agreements as a matrix: which agreements stand in the rows, which States in the
// columns, and what is said of the two where they meet.

import type { Ref } from "../../api/client";

/** A row of the query "agreements-matrix": in how many paragraphs a State and an agreement meet in one way. */
export interface Statement {
  country: Ref;
  agreement: Ref;
  how: string;
  times: number;
}

/** A way in which a State and an agreement meet: the word of the query, that of addresses, and a sign. */
export interface Way {
  how: string;
  id: string;
  sign: string;
}
export const ways: Way[] = [
  { how: "cited by the State", id: "cited", sign: "●" },
  { how: "raised by the body", id: "raised", sign: "○" },
  { how: "party", id: "party", sign: "■" },
];

/** A State or an agreement, and in how many paragraphs of the matrix it is. */
export interface Line {
  id: string;
  label: string;
  times: number;
}

export interface Choice {
  /** The ids of the ways to show; none is all. */
  ways: string[];
  /** Only States and agreements whose names hold these words. */
  state: string;
  agreement: string;
  statesBy: Order;
  agreementsBy: Order;
}
export type Order = "name" | "count";

export interface Matrix {
  states: Line[];
  agreements: Line[];
  /** How many there are in all; the matrix has those of most paragraphs. */
  total: { states: number; agreements: number };
  /** What is said of an agreement and a State. */
  at(agreement: string, state: string): Said[];
}
export interface Said extends Way {
  times: number;
}

/** As many as a browser shows with ease. */
export const most = { states: 40, agreements: 100 };

export function matrix(all: Statement[], choice: Choice): Matrix {
  const shown = all.filter(
    (s) =>
      ways.some((w) => w.how === s.how && (choice.ways.length === 0 || choice.ways.includes(w.id))) &&
      holds(s.country.label, choice.state) &&
      holds(s.agreement.label, choice.agreement),
  );
  const states = lines(shown, (s) => s.country);
  const agreements = lines(shown, (s) => s.agreement);
  const cells = new Map<string, Said[]>();
  for (const { agreement, country, how, times } of shown) {
    const key = keyOf(agreement.id, country.id);
    cells.set(key, [...(cells.get(key) ?? []), { ...ways.find((w) => w.how === how)!, times }]);
  }
  for (const said of cells.values())
    said.sort((a, b) => ways.findIndex((w) => w.id === a.id) - ways.findIndex((w) => w.id === b.id));
  return {
    states: ordered(states.slice(0, most.states), choice.statesBy),
    agreements: ordered(agreements.slice(0, most.agreements), choice.agreementsBy),
    total: { states: states.length, agreements: agreements.length },
    at: (agreement, state) => cells.get(keyOf(agreement, state)) ?? [],
  };
}

const keyOf = (agreement: string, state: string) => `${agreement} ${state}`;

/** Whether a name holds all words, wherever. */
function holds(name: string, words: string): boolean {
  const lower = name.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}

/** Those that statements are about, the most frequent first. */
function lines(all: Statement[], of: (s: Statement) => Ref): Line[] {
  const found = new Map<string, Line>();
  for (const s of all) {
    const { id, label } = of(s);
    const line = found.get(id) ?? { id, label, times: 0 };
    line.times += s.times;
    found.set(id, line);
  }
  return [...found.values()].sort((a, b) => b.times - a.times || byName(a, b));
}

const byName = (a: Line, b: Line) => a.label.localeCompare(b.label, "en", { numeric: true, sensitivity: "base" });
const ordered = (lines: Line[], by: Order) => (by === "name" ? [...lines].sort(byName) : lines);

/** What is said in words: "cited by the State 2, party 1". */
export const inWords = (said: Said[]) => said.map((s) => `${s.how} ${s.times}`).join(", ");

/** The matrix as the rows of a sheet. */
export function sheetRows(m: Matrix): string[][] {
  return [
    ["Agreement", ...m.states.map((s) => s.label)],
    ...m.agreements.map((a) => [a.label, ...m.states.map((s) => inWords(m.at(a.id, s.id)))]),
  ];
}
