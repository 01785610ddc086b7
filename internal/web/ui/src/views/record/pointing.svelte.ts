// Which marked words somebody points at, by the mouse, the keyboard or a finger. One set of
// listeners serves all of them, however many a record has.

const shortly = 150; // ms before a card opens, so that a mouse on its way opens none
const lingering = 250; // ms before it closes, so that the mouse can go over to it

/** Marked words: a piece of a paragraph, the element that shows it, and on which of its lines somebody points. */
export interface Pointed {
  paragraph: number;
  segment: number;
  words: HTMLElement;
  line: number;
}

export class Pointing {
  /** What the card is open for. */
  at = $state.raw<Pointed>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #returning = false; // the focus comes back from a card that was closed

  /** Listens to an element; words and cards in it have data-segment and data-card. */
  follow = (within: HTMLElement) => {
    const off = new AbortController();
    const on = <K extends keyof DocumentEventMap>(to: EventTarget, type: K, f: (e: DocumentEventMap[K]) => void) =>
      to.addEventListener(type, f as EventListener, { signal: off.signal });
    on(within, "pointerover", (e) => this.#over(e));
    on(within, "pointerleave", () => this.#leave());
    on(within, "focusin", (e) => this.#focused(e));
    on(within, "focusout", (e) => this.#left(e));
    on(within, "click", (e) => this.#tapped(e));
    on(document, "keydown", (e) => this.#pressed(e));
    return () => {
      off.abort();
      clearTimeout(this.#timer);
    };
  };

  #soon(at: Pointed | undefined, delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.at = at), delay);
  }

  #over(e: PointerEvent): void {
    if (e.pointerType === "touch" || e.buttons) return; // a finger taps; pressed, the mouse selects text
    if (onCard(e.target)) return clearTimeout(this.#timer);
    const words = wordsAt(e.target);
    if (words && words === this.at?.words) clearTimeout(this.#timer);
    else if (words) this.#soon(pointed(words, e), this.at ? lingering : shortly);
    else this.#leave();
  }

  #leave(): void {
    if (!this.#holdsFocus()) this.#soon(undefined, lingering);
  }

  #focused(e: FocusEvent): void {
    const words = wordsAt(e.target);
    if (!words || this.#returning || !words.matches(":focus-visible")) return;
    clearTimeout(this.#timer);
    this.at = pointed(words);
  }

  #left(e: FocusEvent): void {
    const from = cardAt(e.target)?.previousElementSibling ?? e.target; // a card stands behind its words
    if (from !== this.at?.words || onCard(e.relatedTarget) || e.relatedTarget === from) return;
    this.#soon(undefined, 0);
  }

  /** A finger cannot point, so that its first tap opens the card, in which the link is. */
  #tapped(e: MouseEvent): void {
    const words = wordsAt(e.target);
    if (!words || !(e instanceof PointerEvent) || e.pointerType !== "touch") return;
    e.preventDefault();
    clearTimeout(this.#timer);
    this.at = pointed(words, e);
  }

  #pressed(e: KeyboardEvent): void {
    if (e.key !== "Escape" || !this.at) return;
    e.preventDefault();
    clearTimeout(this.#timer);
    const { words } = this.at;
    if (onCard(document.activeElement)) {
      this.#returning = true;
      words.focus();
      this.#returning = false;
    }
    this.at = undefined;
  }

  #holdsFocus = () => document.activeElement === this.at?.words || onCard(document.activeElement);
}

const element = (t: EventTarget | null) => (t instanceof Element ? t : null);
const wordsAt = (t: EventTarget | null) => element(t)?.closest<HTMLElement>("[data-segment]") ?? null;
const cardAt = (t: EventTarget | null) => element(t)?.closest("[data-card]");
const onCard = (t: EventTarget | null) => !!cardAt(t);

function pointed(words: HTMLElement, mouse?: MouseEvent): Pointed {
  const under = (r: DOMRect) => mouse && r.top <= mouse.clientY && mouse.clientY <= r.bottom;
  return {
    paragraph: Number(words.closest<HTMLElement>("[data-number]")?.dataset.number),
    segment: Number(words.dataset.segment),
    words,
    line: Math.max(0, [...words.getClientRects()].findIndex(under)),
  };
}

/** Where the line of the words is in the window now. */
export const lineOf = ({ words, line }: Pointed) => words.getClientRects()[line] ?? words.getBoundingClientRect();
