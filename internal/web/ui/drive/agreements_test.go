package drive_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

const (
	icrmw    = "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families"
	domestic = "Domestic Workers Convention, 2011 (No. 189)"
)

// TestAgreements opens a cell by the mouse and goes to one of its paragraphs.
func TestAgreements(t *testing.T) {
	p := visit(t, reading(t), "/agreements")
	p.find("rowheader", domestic)
	p.find("columnheader", "Azerbaijan")
	p.inspect("agreements")

	p.enter("searchbox", "Agreements named", "domestic workers")
	p.enter("searchbox", "States named", "georgia")
	p.see("1 agreements and 1 States")
	p.click("gridcell", "cited by the State 1 raised by the body 1")
	p.at("/agreements?agreement=domestic+workers&state=georgia&cell=agreement%3Ailo-189%2Ccountry%3AGEO")
	p.find("dialog", "Georgia: "+domestic)
	p.find("heading", "Cited by the State")
	p.find("link", "CEDAW/C/SR.1801, para. 5")
	p.accessible("the paragraphs of a cell")
	p.picture("agreements-cell")
	p.click("link", "CEDAW/C/SR.1801, para. 6")
	p.at("/records/CEDAW/C/SR.1801#para-6")
	p.do("going back", back())
	p.find("dialog", "Georgia: "+domestic)
	p.press(kb.Escape)
	p.at("/agreements?agreement=domestic+workers&state=georgia")
}

// TestAgreementsByKeyboard goes through the grid by its keys.
func TestAgreementsByKeyboard(t *testing.T) {
	p := visit(t, reading(t), "/agreements?agreements=name&states=name&how=cited")
	p.find("grid", "Agreements and States")
	p.focus("link", "Azerbaijan")
	p.press(kb.ArrowLeft, kb.ArrowDown)
	first := eval[string](p, `document.activeElement.innerText`)
	if links := p.names("link"); !strings.HasPrefix(first, "Agreement") && !strings.HasPrefix(first, "Con") {
		t.Errorf("the first agreement by name is %q of %q", first, links)
	}
	p.press(kb.ArrowUp, kb.ArrowRight)
	p.waitFor("Azerbaijan again", `document.activeElement.innerText === "Azerbaijan"`)
	for range p.count("tbody tr") {
		p.press(kb.ArrowDown)
		if eval[bool](p, `document.activeElement.parentElement.querySelector("th").innerText.startsWith("Convention on the Rights of the Child")`) {
			break
		}
	}
	p.press(kb.Enter)
	p.find("link", "CERD/C/SR.2790, para. 6")
	p.press(kb.Escape)
	p.waitFor("the focus back at the cell", `document.activeElement.tagName === "TD"`)
	if got := eval[string](p, `document.activeElement.textContent.trim()`); got != "●cited by the State 1" {
		t.Errorf("the cell says %q", got)
	}
}

// TestAgreementsNarrowed asks for some ways and some meetings only, and saves what is shown.
func TestAgreementsNarrowed(t *testing.T) {
	p := visit(t, reading(t), "/agreements")
	p.find("rowheader", icrmw)
	before := p.count("tbody tr")
	p.click("checkbox", "party")
	p.at("/agreements?how=cited%2Craised")
	p.click("checkbox", "raised by the body")
	p.at("/agreements?how=cited")
	if got := eval[bool](p, `document.querySelector("input[type=checkbox]:checked").disabled`); !got {
		t.Error("the last way can be taken away")
	}
	if now := p.count("tbody tr"); now == 0 || now >= before {
		t.Errorf("%d agreements are cited, of %d in all", now, before)
	}
	p.choose("Body", "body:CEDAW")
	p.waitFor("what one body heard", `location.search.includes("body=body%3ACEDAW") && document.querySelectorAll("tbody tr").length === 3`)
	eval[bool](p, `(() => { URL.createObjectURL = (file) => { file.text().then((t) => (window.saved = t)); return "#"; }; return true; })()`)
	p.click("button", "Download this table (CSV)")
	p.waitFor("the file", `window.saved`)
	want := "Agreement,Georgia\r\n" +
		"Convention on the Elimination of All Forms of Discrimination against Women,cited by the State 1\r\n" +
		"Council of Europe Convention on Preventing and Combating Violence against Women and Domestic Violence,cited by the State 1\r\n" +
		"\"" + domestic + "\",cited by the State 1\r\n"
	if got := eval[string](p, `window.saved`); got != want {
		t.Errorf("the file is\n%s\nwant\n%s", got, want)
	}
	p.enter("textbox", "From", "2024"+kb.Enter)
	p.see("No State meets an agreement in these records")
	p.expect("400")
	p.enter("textbox", "From", "soon"+kb.Enter)
	p.see(`"soon" is not a date`)
}
