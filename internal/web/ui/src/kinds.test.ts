import { expect, test } from "vitest";
import { typeOfId } from "./kinds";

test("the type that an id tells", () => {
  expect(
    ["country:CPV", "agreement:icrmw#art.73", "CPV", "constructor:a", "__proto__:a", "toString:a"].map(typeOfId),
  ).toEqual(["Country", "Provision", "", "", "", ""]);
});
