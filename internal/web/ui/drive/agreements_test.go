package drive_test

import (
	"fmt"
	"path/filepath"
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
	p.see("1 agreement and 1 State")
	p.click("gridcell", "cited by the State 1 raised by the body 1")
	p.at("/agreements?agreement=domestic+workers&state=georgia&cell=agreement%3Ailo-189%2Ccountry%3AGEO")
	p.find("dialog", "Georgia: "+domestic)
	p.find("heading", "Cited by the State")
	p.find("link", "CEDAW/C/SR.1801, para. 5")
	p.accessible("the paragraphs of a cell")
	p.picture("agreements-cell")
	p.click("link", "CEDAW/C/SR.1801, para. 6")
	p.at("/records/CEDAW/C/SR.1801#para-6")
	p.back()
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
	folder := p.downloads()
	p.click("button", "Download this table (CSV)")
	want := "Agreement,Georgia\r\n" +
		"Convention on the Elimination of All Forms of Discrimination against Women,cited by the State 1\r\n" +
		"Council of Europe Convention on Preventing and Combating Violence against Women and Domestic Violence,cited by the State 1\r\n" +
		"\"" + domestic + "\",cited by the State 1\r\n"
	if got := p.saved(folder, "agreements.csv"); got != want {
		t.Errorf("the file is\n%s\nwant\n%s", got, want)
	}
	p.enter("textbox", "From", "2024")
	p.press(kb.Enter)
	p.see("No State meets an agreement in these records")
	p.enter("textbox", "From", "soon")
	p.press(kb.Enter)
	p.waitFor("the field to refuse it", `document.activeElement.name === "from" && document.activeElement.validity.patternMismatch`)
	p.at("/agreements?how=cited&body=body%3ACEDAW&from=2024")
	p.expect("400")
	p.goTo("/agreements?from=soon")
	p.see(`"soon" is not a date`)
}

// TestAgreementsMany shows a part of what is more than the table has room for, and says so.
func TestAgreementsMany(t *testing.T) {
	states := []string{
		"Albania", "Algeria", "Argentina", "Armenia", "Austria", "Bangladesh", "Benin", "Bolivia", "Bosnia and Herzegovina", "Brazil", "Bulgaria",
		"Burkina Faso", "Canada", "Chile", "Colombia", "Croatia", "Cuba", "Cyprus", "Denmark", "Ecuador", "Egypt", "El Salvador", "Estonia", "Finland",
		"France", "Germany", "Ghana", "Greece", "Guatemala", "Honduras", "Hungary", "Iceland", "India", "Indonesia", "Ireland", "Italy", "Jamaica",
		"Japan", "Jordan", "Kenya", "Latvia", "Lebanon", "Lithuania", "Malta",
	}
	folder := t.TempDir()
	for i, state := range states {
		keep(t, filepath.Join(folder, fmt.Sprintf("CMW_C_SR.%d.txt", 900+i)), []byte(invented(900+i, state, states[(i+1)%len(states)], states[(i+2)%len(states)], states[(i+3)%len(states)])))
	}
	p := visit(t, serve(t, "--store", "mem:", folder), "/agreements")
	p.see("The table has room for 100 agreements and 40 States")
	if rows, columns := p.count("tbody tr"), p.count("thead th"); rows != 100 || columns != 40 {
		t.Errorf("%d agreements and %d States are shown", rows, columns)
	}
	p.enter("searchbox", "States named", "malta")
	p.see("7 agreements and 1 State")
	p.seeNot("The table has room for")
}

// invented is the record of a meeting at which a State tells of its agreements with others.
func invented(number int, state string, others ...string) string {
	return fmt.Sprintf(`United Nations	CMW/C/SR.%d

International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families	Distr.: General
14 April 2022
Original: English

Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families
Thirty-fourth session
Summary record of the %[1]dth meeting
Held at the Palais des Nations, Geneva, on Tuesday, 5 April 2022, at 10 a.m.
Chair:	Mr. Corzo Sosa

The meeting was called to order at 10.05 a.m.
	Consideration of reports submitted by States parties under article 73 of the Convention
	Second periodic report of %[2]s
1.	Ms. Lamp (%[2]s) said that her Government had concluded readmission agreements with %[3]s. The Convention on the Rights of the Child was applied.
The meeting rose at 1 p.m.
`, number, state, strings.Join(others[:2], ", ")+" and "+others[2])
}
