import { describe, expect, test } from "vitest";
import { joined, nextOf, wholeCSV } from "./whole";

describe("nextOf", () => {
  test("the next page", () =>
    expect(nextOf('</api/v1/entities?cursor=A&format=csv>; rel="next"')).toBe("/api/v1/entities?cursor=A&format=csv"));
  test("another relation", () => expect(nextOf('</api/v1/entities>; rel="first"')).toBeUndefined());
  test("none", () => expect(nextOf(null)).toBeUndefined());
});

test("the names of the columns stand once", () => {
  expect(joined(["id,label\na,A\n", "id,label\nb,B\n"])).toBe("id,label\na,A\nb,B\n");
});

test("all pages are fetched in turn", async () => {
  const pages: Record<string, [string, string]> = {
    "/list": ["id\na\n", '</list?cursor=2>; rel="next"'],
    "/list?cursor=2": ["id\nb\n", ""],
  };
  const seen: number[] = [];
  const fetch = (href: string) =>
    Promise.resolve(new Response(pages[href]![0], { headers: { Link: pages[href]![1] } }));
  const sheet = await wholeCSV("/list", fetch, (n) => seen.push(n), new AbortController().signal);
  expect(sheet).toBe("id\na\nb\n");
  expect(seen).toEqual([1, 2]);
});
