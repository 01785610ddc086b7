import { expect, test } from "vitest";
import type { Answer } from "../../table";
import { byModality, sources } from "./statements";

const row = (modality: string, when: string | null) => ({
  who: { id: "country:UTO", label: "Utopia" },
  relation: { id: "rap:signed", label: "signed" },
  agreement: { id: "agreement:x", label: "Convention on Lamps" },
  modality,
  when,
  speaker: null,
  speaks_for: null,
  paragraphs: [{ id: "para:X/1#2", symbol: "X/1", number: 2, cite_as: "X/1, para. 2" }],
});

test("statements stand under what is said of them", () => {
  const rows = [row("asked", null), row("asserted", "2011"), row("asserted", null), row("dreamt", null)];
  const answer: Answer = { query: "ratifications", title: "", columns: [], rows, truncated: false };
  const found = byModality(answer, sources.ratifications!.read);
  expect(found.map((g) => [g.title, g.statements.map((s) => s.when)])).toEqual([
    ["Said to be so", ["2011", undefined]],
    ["Asked about", [undefined]],
    ["dreamt", [undefined]],
  ]);
  expect(found[0]!.statements[0]).toMatchObject({ relation: "signed", subject: { label: "Utopia" }, speaker: null });
});

test("it is a party that is party to an agreement", () => {
  const read = sources.relations!.read({
    ...row("asserted", null),
    subject: { id: "agreement:x", label: "Convention on Lamps" },
    relation: { id: "rap:party", label: "party" },
    object: { id: "country:UTO", label: "Utopia" },
    words: "Utopia was party to it",
  });
  expect([read.subject.label, read.relation, read.object.label]).toEqual(["Utopia", "party to", "Convention on Lamps"]);
});
