import { expect, test } from "vitest";
import { dateText } from "./dates";

test("dates as precise as they are known", () => {
  expect(["2021-10-04", "2021-10", "2021", "not stated", "2021-13-40", ""].map(dateText)).toEqual([
    "4 Oct 2021",
    "Oct 2021",
    "2021",
    "not stated",
    "2021-13-40",
    "",
  ]);
});
