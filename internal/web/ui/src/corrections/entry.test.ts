import { describe, expect, test } from "vitest";
import { entryOf, idFor, lacking, leadsTo, reaches, sentence, blank, type Subject } from "./entry";

const service: Subject = { id: "institution:UTO/lamp-service", label: "Lamp Service" };
const met: Subject = {
  ...service,
  mention: {
    words: "the Service",
    paragraph: "para:LHK/C/SR.7#3",
    record: "record:LHK/C/SR.7",
    cite: "LHK/C/SR.7, para. 3",
  },
};
const draft = blank;

describe("entryOf", () => {
  test("a merge everywhere has no scope", () => {
    const made = entryOf({ ...draft, into: "institution:UTO/light", reason: " one service " }, met);
    expect(made).toEqual({ action: "merge", id: service.id, into: "institution:UTO/light", reason: "one service" });
    expect(leadsTo(made)).toBe("institution:UTO/light");
  });
  test("a rejection of words is of one paragraph, and leaves the entity", () => {
    const made = entryOf({ ...draft, action: "reject", reach: "words", reason: "a verb" }, met);
    expect(made).toEqual({
      action: "reject",
      id: service.id,
      reason: "a verb",
      paragraph: "para:LHK/C/SR.7#3",
      words: "the Service",
    });
    expect(leadsTo(made)).toBe(service.id);
    expect(sentence(made, () => "Lamp Service")).toBe(
      "Lamp Service is nothing for the words “the Service” in LHK/C/SR.7, para. 3",
    );
  });
  test("a rejection everywhere leaves no page", () => {
    expect(leadsTo(entryOf({ ...draft, action: "reject", reason: "x" }, service))).toBeUndefined();
  });
});

test("what is split is a part of what goes by the name", () => {
  expect(reaches("split", service).map((r) => r.reach)).toEqual(["words", "record"]);
  expect(reaches("split", met).map((r) => r.reach)).toEqual(["words", "paragraph", "record"]);
  expect(reaches("relabel", met).map((r) => r.reach)).toEqual(["record", "everywhere"]);
});

test("a split from the page of an entity is of the words that were entered", () => {
  const split = {
    ...draft,
    action: "split" as const,
    reach: "words" as const,
    label: "Border Service",
    to: "institution:UTO/border-service",
  };
  expect(lacking({ ...split, reason: "x" }, service)).toMatch(/words/);
  expect(entryOf({ ...split, words: " the Service ", reason: "x" }, service)).toEqual({
    action: "split",
    id: service.id,
    to: "institution:UTO/border-service",
    label: "Border Service",
    words: "the Service",
    reason: "x",
  });
});

test("a draft says what it lacks", () => {
  expect(lacking(draft, met)).toMatch(/Choose/);
  expect(lacking({ ...draft, into: "institution:UTO/light" }, met)).toMatch(/why/);
  expect(lacking({ ...draft, action: "split", label: "Border Service", reason: "x" }, met)).toMatch(/id/);
  expect(lacking({ ...draft, action: "reject", reach: "record", reason: "x" }, service)).toMatch(/record/);
  expect(lacking({ ...draft, action: "reject", reason: "x" }, met)).toBe("");
});

test("an id stands beside another one", () => {
  expect(idFor("Sécurité d’État – 2", "institution:UTO/lamp-service")).toBe("institution:UTO/securite-d-etat-2");
  expect(idFor("Lamp Fund", "institution:iom")).toBe("institution:lamp-fund");
  expect(idFor(" – ", "institution:iom")).toBe("");
});
