import { expect, test } from "vitest";
import { dateText } from "./dates";

test.each([
  ["2021-10-04", "4 October 2021"],
  ["2021-10", "October 2021"],
  ["2021", "2021"],
  [null, "date not stated"],
])("%s", (date, text) => expect(dateText(date)).toBe(text));
