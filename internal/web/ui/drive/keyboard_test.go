package drive_test

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// stops are the elements that the mouse reaches and that the keyboard must: those of a group
// that moves by arrows (tabindex -1), of something closed, and of one after another (radio) do not count.
const stops = `[...document.querySelectorAll("a[href], button:not(:disabled), input, select, textarea, summary")]
	.filter((e) => e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }) && e.type !== "radio")`

// TestKeyboard goes through views by Tab alone: it reaches every link, button and field, the focus is
// seen at each, and leads out of the page again.
func TestKeyboard(t *testing.T) {
	p := visit(t, reading(t), "/")
	for _, address := range []string{
		"/", "/search?q=birth", "/queries/agreements-cited?country=country:GEO", "/records?country=country:AZE", "/records/CEDAW/C/SR.1801",
		"/entities?type=Law", "/entities/country:CPV", "/network?center=country:CPV&pick=country:CPV", "/topics", "/console", "/corrections",
	} {
		p.goTo(address)
		p.settle(address)
		p.waitFor("things to reach at "+address, stops+".length > 8")
		eval[bool](p, `window.reached = new Set(); window.unseen = []; document.activeElement?.blur(); scrollTo(0, 0);
			document.addEventListener("focusin", ({ target: e }) => { reached.add(e); const s = getComputedStyle(e);
				if (e.shadowRoot /* the editor shows it within */ || (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== "none") return;
				unseen.push(e.outerHTML.slice(0, 120)); }); true`)
		const missed = stops + `.filter((e) => !reached.has(e)).map((e) => e.outerHTML.slice(0, 120))`
		for range 600 { // what opens under the focus, such as a card, is reached too
			if p.press(kb.Tab); eval[int](p, missed+".length") == 0 {
				break
			}
		}
		if left := eval[[]string](p, missed); len(left) > 0 {
			t.Errorf("%s: Tab does not reach %q", address, left)
		}
		if unseen := eval[[]string](p, "unseen"); len(unseen) > 0 {
			t.Errorf("%s: the focus is not seen at %q", address, unseen)
		}
	}
}

// TestEscape closes what opens above a page, and gives the focus back.
func TestEscape(t *testing.T) {
	p := visit(t, reading(t), "/agreements")
	p.settle("/agreements")
	cell := `document.querySelector("td.opens")`
	p.waitFor("a cell", "!!"+cell)
	eval[bool](p, cell+".focus(); true")
	p.press(kb.Enter)
	p.waitFor("the dialog", `document.querySelector("dialog")?.open === true`)
	for range 12 {
		p.press(kb.Tab)
		if eval[bool](p, `document.activeElement !== document.body && !document.activeElement.closest("dialog")`) {
			t.Fatal("Tab leaves the dialog for the page behind it")
		}
	}
	p.press(kb.Escape)
	p.waitFor("the page without a dialog", `!document.querySelector("dialog")`)
	p.waitFor("the focus where it was", `document.activeElement?.closest("table") !== null`)
}
