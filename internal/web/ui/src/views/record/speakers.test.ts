import { expect, test } from "vitest";
import { paragraph, speaker } from "./invented";
import { begins, plainName, roleOf, sides, stretches } from "./speakers";

const chile = { id: "country:CHL", label: "Chile" };
const rojas = (began: number) =>
  speaker("Ms. Rojas (Chile)", began, { role: "delegation", speaks_for: chile, country: chile });
const diallo = (began: number) => speaker("Mr. Diallo", began);

const meeting = [
  paragraph(1),
  paragraph(2, { speaker: rojas(2), text: "Ms. Rojas said five words." }),
  paragraph(3, { speaker: rojas(2), text: "And two." }),
  paragraph(4, { speaker: diallo(4), text: "Mr. Diallo asked." }),
  paragraph(5, { text: "It was so decided." }),
  paragraph(6, { speaker: diallo(4), text: "He went on." }),
  paragraph(7, { speaker: rojas(7), text: "Yes." }),
];

test("sides count words and paragraphs, and who says most comes first", () => {
  expect(sides(meeting).map((s) => [s.name, s.words, s.shares.map((x) => [x.name, x.words, x.paragraphs])])).toEqual([
    ["Delegation of Chile", 8, [["Ms. Rojas", 8, 3]]],
    ["Committee members", 6, [["Mr. Diallo", 6, 2]]],
  ]);
});

test("the chair is told from members, an institution by its name", () => {
  const court = { id: "institution:x", label: "Court of X" };
  const all = sides([
    paragraph(1, { speaker: speaker("The Chair", 1, { role: "chair" }) }),
    paragraph(2, { speaker: speaker("Mr. Judge", 2, { role: "institution", speaks_for: court }) }),
    paragraph(3, { speaker: speaker("Somebody", 3, { role: null }) }),
  ]);
  expect(all.map((s) => s.name)).toEqual(["Chair", "Court of X", "Role not stated"]);
});

test("stretches go on over what nobody says", () => {
  expect(stretches(meeting)).toEqual([
    { name: "Ms. Rojas", first: 2, last: 3 },
    { name: "Mr. Diallo", first: 4, last: 6 },
    { name: "Ms. Rojas", first: 7, last: 7 },
  ]);
});

test("an intervention begins where it is said to", () => {
  expect(meeting.map(begins)).toEqual([false, true, false, true, false, false, true]);
});

test("names lose what stands in brackets behind them, nested ones too", () => {
  expect(plainName(speaker("Mr. Aliyev (Office (Ombudsman) of X)", 1))).toBe("Mr. Aliyev");
  expect(plainName(speaker("The Chair", 1))).toBe("The Chair");
  expect(plainName({ ...speaker("", 1), name: null })).toBe("Speaker not named");
});

test("roles are said in words, and the chair not twice", () => {
  expect(roleOf(speaker("A", 1, { capacity: "Country Rapporteur" }))).toBe("Committee member, Country Rapporteur");
  expect(roleOf(speaker("A", 1, { role: "chair", capacity: "Chair" }))).toBe("Chair");
  expect(roleOf(speaker("A", 1, { role: null }))).toBe("Role not stated");
});
