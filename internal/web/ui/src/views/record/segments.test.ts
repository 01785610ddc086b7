import { expect, test } from "vitest";
import { mention } from "./invented";
import { segments } from "./segments";
import type { Mention } from "./shapes";

const cut = (text: string, ...mentions: Mention[]) =>
  segments(text, mentions).map((s) => `${s.text}=${s.mentions.map((m) => m.id).join("+")}${s.begins ? "!" : ""}`);

test("a text without mentions is one piece", () => {
  expect(cut("The meeting rose.")).toEqual(["The meeting rose.="]);
});

test("pieces between mentions stay plain", () => {
  expect(cut("to Oman and Peru", mention("OMN", 3, 7), mention("PER", 12, 16))).toEqual([
    "to =",
    "Oman=OMN!",
    " and =",
    "Peru=PER!",
  ]);
});

test("a mention within another leads where both are", () => {
  expect(cut("pact with Peru in 2019", mention("pact", 0, 22), mention("PER", 10, 14))).toEqual([
    "pact with =pact!",
    "Peru=PER+pact!",
    " in 2019=pact",
  ]);
});

test("mentions that cross share the middle", () => {
  expect(cut("abcdef", mention("x", 0, 4), mention("y", 2, 6))).toEqual(["ab=x!", "cd=x+y", "ef=y"]);
});

test("several mentions of the same words are one piece, in their order", () => {
  expect(cut("agreements", mention("a", 0, 10), mention("b", 0, 10))).toEqual(["agreements=a+b!"]);
});

test("characters outside the basic plane count once", () => {
  expect(cut("𝒜𝒷 in Peru 🙂 Oman", mention("PER", 6, 10), mention("OMN", 13, 17))).toEqual([
    "𝒜𝒷 in =",
    "Peru=PER!",
    " 🙂 =",
    "Oman=OMN!",
  ]);
});

test("a combining accent is a code point of its own", () => {
  expect(cut("e\u0301 Peru", mention("PER", 3, 7))).toEqual(["e\u0301 =", "Peru=PER!"]);
});

test("what does not lie in the text is left out", () => {
  expect(cut("🙂 Peru", mention("x", 2, 9), mention("y", 3, 3))).toEqual(["🙂 Peru="]);
});
