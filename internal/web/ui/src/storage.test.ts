import { expect, test } from "vitest";
import { allowed } from "./storage";

test("a storage that is forbidden is a memory", () => {
  const keeper = allowed(() => {
    throw new DOMException("denied", "SecurityError");
  });
  expect(keeper.getItem("a")).toBeNull();
  keeper.setItem("a", "1");
  expect(keeper.getItem("a")).toBe("1");
  keeper.removeItem("a");
  expect(keeper.getItem("a")).toBeNull();
});
