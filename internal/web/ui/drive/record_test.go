package drive_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

const sample = "/records/CMW/C/SR.464"

// inView is whether an element can be seen in the window, below the bar.
func (p *tab) inView(id string) {
	p.t.Helper()
	p.waitFor(id+" in view", fmt.Sprintf(`(() => { const r = document.getElementById(%q)?.getBoundingClientRect();
		return r && r.top >= 0 && r.top < innerHeight / 2; })()`, id))
}

// focused waits until the element with this id has the focus.
func (p *tab) focused(id string) {
	p.t.Helper()
	p.waitFor("the focus on "+id, fmt.Sprintf(`document.activeElement?.id === %q`, id))
}

// TestRecordText compares what is shown of every paragraph, cut up by marks, with the
// text that the API has.
func TestRecordText(t *testing.T) {
	p := visit(t, reading(t), sample)
	p.waitFor("all paragraphs", `document.querySelectorAll("article").length === 66`)
	different := eval[[]string](p, `fetch("/api/v1`+sample+`").then((r) => r.json()).then((record) => record.paragraphs
		.filter((a) => document.querySelector("#para-" + a.number + " .text").textContent !== a.text)
		.map((a) => a.cite_as).concat(record.paragraphs.length === 66 ? [] : ["not 66 paragraphs"]))`)
	if len(different) > 0 {
		t.Errorf("not as the API has it: %q", different)
	}
	if number := eval[int](p, `fetch([...document.querySelectorAll("#para-13 a")].find((a) => a.innerText === "JSON").href).then((r) => r.json()).then((p) => p.number)`); number != 13 {
		t.Errorf("the JSON of paragraph 13 is that of %d", number)
	}
	p.see("Members of Their Families, art. 16, art. 17")
	p.see("3*") // its number was lost in the text
}

// TestRecordHeader reads what the record says of its meeting.
func TestRecordHeader(t *testing.T) {
	p := visit(t, reading(t), sample)
	for _, text := range []string{
		"Session 33, meeting 464", "4 October 2021", "15:10 to 18:00, suspended 16:30 to 16:55", "Palais des Nations, Geneva",
		"State under review Azerbaijan", "CMW/C/AZE/QPR/3", "12 October 2021", "CMW_C_SR.464-EN.md", "(continued) Third periodic report of Azerbaijan",
	} {
		p.see(text)
	}
	if name := eval[string](p, "document.title"); name != "CMW/C/SR.464 · Rapporteur" {
		t.Errorf("the page is called %q", name)
	}
	for format, holds := range map[string]string{"json": `"symbol": "CMW/C/SR.464"`, "csv": "number", "turtle": "@prefix", "nquads": "Azerbaijan"} {
		got := eval[string](p, fmt.Sprintf(`fetch(document.querySelector('a[download][href$="format=%s"]').href).then((r) => r.text())`, format))
		if !strings.Contains(got, holds) {
			t.Errorf("the download %s has no %s: %.200s", format, holds, got)
		}
	}
	if rel := eval[string](p, `document.querySelector('a[href="https://undocs.org/CMW/C/SR.464"]').rel`); rel != "noopener" {
		t.Errorf("the link to the document is %q", rel)
	}
}

// TestRecordArrival comes by a link to a paragraph, goes on within the record and to
// other pages, and back.
func TestRecordArrival(t *testing.T) {
	p := visit(t, reading(t), sample+"#para-51")
	p.inView("para-51")
	p.focused("para-51")
	if arrived := p.count("article.arrived"); arrived != 1 {
		t.Errorf("%d paragraphs are shown as the one of the address", arrived)
	}
	p.see("Mr. Huseynov continues")

	p.click("link", "Paragraph 53")
	p.at(sample + "#para-53")
	p.focused("para-53")
	p.back()
	p.at(sample + "#para-51")
	p.inView("para-51")

	p.click("link", "Trade unions") // which paragraph 7 speaks of first
	p.waitFor("the topic", `location.pathname === "/entities/topic:trade-unions"`)
	p.back()
	p.at(sample + "#para-7")
	p.focused("para-7")
}

// TestRecordLegend hides kinds and shows them again; the address says which.
func TestRecordLegend(t *testing.T) {
	p := visit(t, reading(t), "/records/CMW/C/SR.501")
	p.click("button", "Persons 6")
	p.at("/records/CMW/C/SR.501?hide=Person")
	p.waitFor("no persons", `!document.querySelector("[data-kind=Person]") && document.querySelectorAll("[data-kind=Agreement]").length > 0`)
	p.click("button", "None")
	p.waitFor("no marks", `document.querySelectorAll("[data-segment]").length === 0`)
	if text := eval[string](p, `document.querySelector("#para-3 .text").textContent`); !strings.HasPrefix(text, "The International Organization for Migration (IOM) had helped") {
		t.Errorf("without marks, paragraph 3 is %q", text)
	}
	p.click("button", "All")
	p.at("/records/CMW/C/SR.501")
	p.waitFor("marks", `document.querySelectorAll("[data-kind=Person]").length === 6`)

	p.goTo("/records/CMW/C/SR.501?hide=Agreement,Country")
	p.waitFor("other marks", `document.querySelectorAll("[data-segment]").length > 0`)
	if n := p.count("[data-kind=Agreement], [data-kind=Country]"); n != 0 {
		t.Errorf("%d marks that the address hides", n)
	}
}

// TestRecordCopies copies how a paragraph is cited, and its text.
func TestRecordCopies(t *testing.T) {
	p := visit(t, reading(t), sample)
	p.allow()
	p.click("button", "Copy citation")
	p.see("Copied CMW/C/SR.464, para. 1")
	if got := p.copied(); got != "CMW/C/SR.464, para. 1" {
		t.Errorf("copied %q", got)
	}
	p.click("button", "Copy text and citation")
	p.see("Copied paragraph 1")
	if got, want := p.copied(), "At the invitation of the Chair, the delegation of Azerbaijan joined the meeting via video link. (CMW/C/SR.464, para. 1)"; got != want {
		t.Errorf("copied %q", got)
	}
}

// TestRecordHostile shows the markup in a record as the text that it is.
func TestRecordHostile(t *testing.T) {
	p := visit(t, reading(t), "/records/CMW/C/SR.501#para-5")
	p.see(`A member had typed <script>document.title = "taken"</script> & <b>bold</b> into the list of issues.`)
	if name := eval[string](p, "document.title"); name != "CMW/C/SR.501 · Rapporteur" {
		t.Errorf("the page is called %q", name)
	}
	if n := p.count("#para-5 :is(script, b)"); n != 0 {
		t.Errorf("%d elements came out of the text", n)
	}
}

// TestRecordUnknown says that there is no such record.
func TestRecordUnknown(t *testing.T) {
	p := visit(t, reading(t), sample)
	p.expect("404")
	p.goTo("/records/CMW/C/SR.999")
	p.see("There is no such thing here: the record")
}

// TestRecordLooks inspects the page from its top, with a card open, and on a phone, where
// what stands beside the text opens above it.
func TestRecordLooks(t *testing.T) {
	p := visit(t, reading(t), sample+"?topic=topic%3Adetention#para-16")
	p.focused("para-16")
	p.picture("record-paragraph")
	p.goTo("/records/CMW/C/SR.501?topic=topic%3Abilateral-agreements")
	p.focus("link", "the delegation")
	p.see("“the delegation”: follows from what was said before.")
	p.accessiblePart("[popover]")
	p.press(kb.Escape)
	p.inspect("record")

	p.goTo(sample + "?topic=topic%3Adetention")
	p.size(390, 844)
	p.click("button", "Show marks, speakers, topics and contents")
	p.see("Who spoke how much")
	p.picture("record-phone-rail")
	p.click("button", "Next")
	p.at(sample + "?topic=topic%3Adetention#para-3")
	p.inView("para-3")
	p.picture("record-phone-found")
}
