// Completion in the editor: what may stand at the place that is typed at, and writing it there.

import {
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import { classesOf, expected, idOptions, methodOptions, type Option, type Vocabulary } from "./options";
import { placeAfter, type Place } from "./place";
import { shapeOptions } from "./shapes";

/** Entities that a text may mean, of some classes or of any; no text means any. */
export type Suggest = (
  text: string,
  classes: string[] | undefined,
  signal: AbortSignal,
) => Promise<{ id: string; label: string }[]>;

export interface Knowledge {
  /** What is known of the language and the graph; undefined until it is loaded. */
  vocabulary: () => Vocabulary | undefined;
  suggest: Suggest;
}

export function completer({ vocabulary, suggest }: Knowledge): CompletionSource {
  return async (context) => {
    const known = vocabulary();
    const before = context.state.sliceDoc(0, context.pos);
    const place = placeAfter(before);
    if (!known || !place) return null;
    switch (place.kind) {
      case "member":
        return offer(context, place.word, methodOptions(known.methods, place.of, place.word));
      case "id":
        return offer(context, place.text, await ids(known, place, suggest, context));
      case "word":
        return place.word || context.explicit ? offer(context, place.word, words(known, place.word, before)) : null;
    }
  };
}

/** Functions, and whole queries where one may begin. */
function words(known: Vocabulary, word: string, before: string): Option[] {
  const begins = /(^|[;\n])\s*$/.test(before.slice(0, before.length - word.length));
  return [...(begins ? shapeOptions(word) : []), ...(word ? methodOptions(known.methods, null, word) : [])];
}

async function ids(
  known: Vocabulary,
  place: Extract<Place, { kind: "id" }>,
  suggest: Suggest,
  context: CompletionContext,
): Promise<Option[]> {
  const classes = classesOf(known, place.text);
  const name = classes ? place.text.slice(place.text.indexOf(":") + 1) : place.text;
  const options = idOptions(known, place);
  if (!classes && expected(known, place.method, place.argument) === "property") return options;
  if (!classes && (name.trim().length < 2 || name.includes(":"))) return options;
  const abort = new AbortController();
  // With the next key it is another question; without this, no answer would leave that one unasked.
  context.addEventListener("abort", () => abort.abort(), { onDocChange: true });
  try {
    const found = await suggest(name, classes, abort.signal);
    const entities = found.map((e): Option => ({ label: e.label, detail: e.id, kind: "entity", insert: e.id + ">" }));
    return [...options, ...entities];
  } catch {
    return options; // the editor goes on without suggestions; a run says what is wrong
  }
}

function offer(context: CompletionContext, typed: string, options: Option[]): CompletionResult | null {
  if (options.length === 0) return null;
  return { from: context.pos - typed.length, filter: false, options: options.map(completion) };
}

const completion = (option: Option): Completion => ({
  label: option.label,
  detail: option.detail,
  info: option.info,
  type: option.kind,
  apply: (view, _, from, to) => write(view, option, from, to),
});

/** Writes an option; of what closes an id, nothing twice. What is to be typed next is selected, and completed at once. */
function write(view: EditorView, { insert, select }: Option, from: number, to: number): void {
  const closed = insert.endsWith(">");
  const closing = closed ? /^>?(["'`]\)?)?/.exec(view.state.sliceDoc(to, to + 3))![0] : "";
  const end = from + insert.length;
  const [anchor, head] = select ? [from + select[0], from + select[1]] : [end, end];
  const beyond = closing.startsWith(">") ? closing.length - 1 : closing.length;
  view.dispatch({
    changes: { from, to: closing.startsWith(">") ? to + 1 : to, insert },
    selection: closed ? { anchor: end + beyond } : { anchor, head },
    userEvent: "input.complete",
  });
  if (insert.endsWith(":") || (select && anchor === head)) startCompletion(view);
}
