// The editor of queries, CodeMirror. It stands in a shadow root: there its styles are adopted
// as sheets, where in the page itself they would be an element that the policy forbids.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { javascriptLanguage } from "@codemirror/lang-javascript";
import { bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { Prec, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from "@codemirror/view";
import { completer, type Knowledge } from "./complete";
import { look, words } from "./look";

export interface Fault {
  from: number;
  to: number;
  message: string;
}

export interface Wishes extends Knowledge {
  host: HTMLElement;
  text: string;
  label: string;
  placeholder: string;
  /** The text has become another, by typing or by set. */
  onchange: (text: string) => void;
  /** Ctrl-Enter, on a Mac Cmd-Enter. */
  onrun: () => void;
}

/** The editor in a page. */
export interface Editor {
  set(text: string): void;
  /** Marks what is wrong, and goes there; undefined takes the mark away. */
  mark(fault: Fault | undefined): void;
  focus(): void;
  end(): void;
}

export function edit(wishes: Wishes): Editor {
  const root = wishes.host.shadowRoot ?? wishes.host.attachShadow({ mode: "open" });
  const view = new EditorView({ doc: wishes.text, extensions: extensions(wishes), parent: root, root });
  return {
    set: (text) => {
      if (text !== view.state.doc.toString()) {
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      }
    },
    mark: (fault) => {
      view.dispatch(setDiagnostics(view.state, fault ? [{ ...fault, severity: "error" }] : []));
      if (fault) view.dispatch({ selection: { anchor: fault.from }, scrollIntoView: true });
    },
    focus: () => view.focus(),
    end: () => view.destroy(),
  };
}

function extensions(wishes: Wishes): Extension[] {
  return [
    Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => (wishes.onrun(), true) }])),
    // Tab is not taken: it leaves the editor, as it leaves any field.
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    drawSelection(),
    history(),
    closeBrackets(),
    bracketMatching(),
    javascriptLanguage,
    syntaxHighlighting(words),
    autocompletion({ override: [completer(wishes)], icons: false, interactionDelay: 0 }),
    placeholder(wishes.placeholder),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": wishes.label }),
    EditorView.updateListener.of((u) => u.docChanged && wishes.onchange(u.state.doc.toString())),
    look,
  ];
}
