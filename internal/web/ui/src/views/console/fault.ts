// Where a query is wrong, as the server says it: line and column from 1, in characters.

/** The part of a text, in UTF-16 units, that a problem is about: what stands there, or the character at least. */
export function faultAt(text: string, line: number, column: number, construct = ""): { from: number; to: number } {
  const lines = text.split("\n");
  const row = Math.min(line, lines.length) - 1;
  const start = lines.slice(0, row).reduce((n, l) => n + l.length + 1, 0);
  const before = [...lines[row]!].slice(0, column - 1).join("").length;
  const from = start + before;
  const word = /^\w+/.exec(text.slice(from))?.[0] ?? "";
  const length = construct && text.startsWith(construct, from) ? construct.length : Math.max(word.length, 1);
  const to = Math.min(from + length, text.length);
  return { from: Math.min(from, Math.max(to - 1, 0)), to }; // at the end of the text, its last character
}
