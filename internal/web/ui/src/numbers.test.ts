import { expect, test } from "vitest";
import { counted } from "./numbers";

test("counted", () => {
  expect(counted(1, "body", "bodies")).toBe("1 body");
  expect(counted(0, "paragraph")).toBe("0 paragraphs");
  expect(counted(12345, "record")).toBe("12,345 records");
});
