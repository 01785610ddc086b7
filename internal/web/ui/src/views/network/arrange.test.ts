import { expect, test } from "vitest";
import { byKind, byTime } from "./arrange";
import { network } from "./sample";
import { towards } from "./steer";

test("by kind, each kind has a column", () => {
  const places = byKind(network);
  expect(new Set([...places.values()].map((p) => p.x)).size).toBe(4);
  expect(places.get("person:ABC/doe")!.x).toBeLessThan(places.get("country:ABC")!.x);
});

test("by time, what was named first stands first", () => {
  const places = byTime(network);
  expect(places.get("agreement:one")!.x).toBe(places.get("country:ABC")!.x);
  expect(places.get("person:ABC/doe")!.x).toBeGreaterThan(places.get("country:ABC")!.x);
});

test("no two entities stand in one place", () => {
  const many = new Map(Array.from({ length: 60 }, (_, i) => [`n${i}`, { id: `n${i}`, label: "", type: "Topic" }]));
  const places = byKind({ nodes: many, links: new Map(), records: new Map() });
  expect(new Set([...places.values()].map((p) => `${p.x} ${p.y}`)).size).toBe(60);
});

test("an arrow key goes to the nearest in its quarter", () => {
  const places = new Map([
    ["here", { x: 0, y: 0 }],
    ["right", { x: 100, y: 20 }],
    ["far", { x: 300, y: 0 }],
    ["up", { x: 10, y: -50 }],
  ]);
  const go = (key: string) => towards(key, "here", places.keys(), places);
  expect([go("ArrowRight"), go("ArrowUp"), go("ArrowLeft")]).toEqual(["right", "up", undefined]);
});
