import { describe, expect, test } from "vitest";
import { asked, ordered, valueLabel } from "./filters";

const facets = {
  year: [
    { id: "2019", label: "2019", count: 9 },
    { id: "2023", label: "2023", count: 1 },
  ],
  state: [{ id: "country:UTO", label: "Utopia", count: 3 }],
  type: [{ id: "SummaryRecord", label: "Summary record", count: 2 }],
};

describe("valueLabel", () => {
  test("of what the facets name", () => expect(valueLabel("state", "country:UTO", facets)).toBe("Utopia"));
  test("of what they do not", () => expect(valueLabel("state", "country:LHK", facets)).toBeUndefined());
  test("of a role", () => expect(valueLabel("role", "member", facets)).toBe("Committee member"));
});

test("years stand by time, the newest first", () => {
  expect(ordered("year", facets).map((f) => f.id)).toEqual(["2023", "2019"]);
});

test("asked", () => {
  const address = new URLSearchParams("q=birth&state=country:UTO&role=&sort=date");
  expect(asked((name) => address.get(name) ?? "")).toEqual({ state: "country:UTO" });
});
