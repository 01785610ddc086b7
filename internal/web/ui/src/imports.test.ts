// Imports point one way: requests ← what is known everywhere ← parts ← corrections ← views ← the frame.

import { expect, test } from "vitest";

const sources = import.meta.glob<string>(["./**/*.ts", "./**/*.svelte", "!./**/*.d.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** How far a file stands from the ground, and which view it belongs to, if it does. */
function place(file: string): { height: number; view?: string } {
  const [, folder, rest = ""] = /^\.\/(?:([a-z]+)\/)?(.+)$/.exec(file)!;
  if (/^\.\/(main\.ts|App\.svelte|pages\.ts)$/.test(file)) return { height: 5 };
  if (folder === "views") return { height: 4, view: rest.replace(/[./].*$/, "").toLowerCase() };
  if (folder === "corrections" || folder === "uploads") return { height: 3 };
  if (folder === "parts") return { height: 2 };
  if (folder === "api") return { height: 0 };
  return { height: 1 };
}

/** What a file imports of ours, as paths from here. */
function imported(file: string, source: string): string[] {
  const found = source.matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g);
  return [...found].map(([, path]) => {
    const at = new URL(path!, "file:///" + file.slice(2)).pathname;
    return "." + at;
  });
}

test("imports point one way", () => {
  expect(Object.keys(sources).length).toBeGreaterThan(30);
  const wrong: string[] = [];
  for (const [file, source] of Object.entries(sources)) {
    const from = place(file);
    for (const path of imported(file, source)) {
      const to = place(path);
      const apart = from.view !== undefined && to.view !== undefined && from.view !== to.view;
      if (to.height > from.height || apart) wrong.push(`${file} imports ${path}`);
    }
  }
  expect(wrong).toEqual([]);
});
