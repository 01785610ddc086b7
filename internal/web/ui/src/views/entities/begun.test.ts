import { expect, test } from "vitest";
import { begun } from "./begun";

test.each([
  ["state mig", "state mig*"],
  [" serv ", "serv*"],
  ["migraç", "migraç*"],
  ["a", "a"],
  ["serv*", "serv*"],
  ['"state migration', '"state migration'],
  ["service -state", "service -state"],
  ["CMW/C/SR.46", "CMW/C/SR.46*"],
  ["", ""],
])("%j is looked for as %j", (typed, asked) => expect(begun(typed)).toBe(asked));
