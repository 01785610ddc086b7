// What is being typed at the end of a text: what may be completed there.

export type Place =
  /** A method after a dot. */
  | { kind: "member"; of: "graph" | "path"; word: string }
  /** An id in quotes, "<rap:ci, and the call that it is an argument of. */
  | { kind: "id"; text: string; method: string; argument: number }
  /** The beginning of a word, which may be a function or a whole query. */
  | { kind: "word"; word: string };

interface Call {
  method: string;
  argument: number;
  bracket: string;
}

/** The place at the end of the text; undefined in comments and in texts that are no ids. */
export function placeAfter(text: string): Place | undefined {
  const { calls, quoted, comment } = scan(text);
  if (comment) return undefined;
  if (quoted !== undefined) {
    const call = calls.findLast((c) => c.bracket === "(");
    if (!quoted.startsWith("<") || quoted.includes(">")) return undefined;
    return { kind: "id", text: quoted.slice(1), method: call?.method ?? "", argument: call?.argument ?? 0 };
  }
  const [, owner, member] = /(\w*)\s*\.\s*(\w*)$/.exec(text) ?? [];
  if (member !== undefined) {
    return { kind: "member", of: owner === "g" || owner === "graph" ? "graph" : "path", word: member };
  }
  return { kind: "word", word: /\w*$/.exec(text)![0] };
}

/** Goes through the text and says which calls are open at its end, and whether it ends in quotes or a comment. */
function scan(text: string): { calls: Call[]; quoted?: string; comment: boolean } {
  const calls: Call[] = [];
  const token = /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|(["'`])((?:\\.|(?!\1)[^\n\\])*)(\1)?|(\w*)([([{])|[)\]},]/g;
  for (const m of text.matchAll(token)) {
    const [whole, quote, inside, end, word = "", bracket] = m;
    const atEnd = m.index + whole.length === text.length;
    if (whole.startsWith("//") || (whole.startsWith("/*") && !whole.endsWith("*/"))) {
      if (atEnd) return { calls, comment: true };
    } else if (quote && !end) {
      if (atEnd) return { calls, quoted: inside, comment: false };
    } else if (bracket) calls.push({ method: word, argument: 0, bracket });
    else if (whole === ",") calls.length && calls.at(-1)!.argument++;
    else if (!quote && !whole.startsWith("/*")) calls.pop();
  }
  return { calls, comment: false };
}
