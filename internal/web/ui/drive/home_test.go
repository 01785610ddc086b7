package drive_test

import (
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestHome finds the numbers of what is loaded, and asks an example with one click.
func TestHome(t *testing.T) {
	p := visit(t, reading(t), "/")
	for _, link := range []string{"5 Records", "105 Paragraphs", "213 Names", "3 States reviewed", "2019–2023 Meetings", "Institutions 32"} {
		p.find("link", link)
	}
	p.find("link", "CEDAW/C/SR.1801") // the latest
	p.find("link", "Which agreements has Georgia cited?")
	if p.count(`input[type="file"]`) != 0 {
		t.Error("a server for reading only offers to take files")
	}
	if wide := eval[int](p, "document.documentElement.scrollWidth - innerWidth"); wide > 0 {
		t.Errorf("the page is %d pixels wider than the window: %s", wide, eval[string](p, widest))
	}
	p.inspect("home")

	p.click("link", "Which agreements has Georgia cited?")
	p.at("/queries/agreements-cited?country=country%3AGEO")
	p.goTo("/")
	p.click("link", "Committee on the Elimination of Discrimination against Women")
	p.at("/records?body=body%3ACEDAW")
	p.find("heading", "1 record")
}

// TestHomeByKeyboard goes from the start to an entity without a mouse.
func TestHomeByKeyboard(t *testing.T) {
	p := visit(t, reading(t), "/")
	for range 30 {
		if eval[bool](p, `document.activeElement?.getAttribute("role") === "combobox"`) {
			break
		}
		p.press(kb.Tab)
	}
	p.press("icrmw")
	p.find("option", "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families (ICRMW) Agreement")
	p.press(kb.ArrowDown, kb.Enter)
	p.at("/entities/agreement:icrmw")
}

// TestHomeEmpty says how to begin where nothing is loaded.
func TestHomeEmpty(t *testing.T) {
	p := visit(t, serve(t, "--store", "mem:"), "/")
	p.see("Nothing is loaded yet")
	p.see("rapporteur ingest FOLDER")
	p.seeNot("Latest records")
	p.inspect("home-empty")
}

// TestHomeOfOneRecord counts one of each as one, and no States where none was reviewed.
func TestHomeOfOneRecord(t *testing.T) {
	one := serve(t, "--store", "mem:", filepath.Join(root, "data", "records", "CMW_C_SR.463-EN.txt"))
	p := visit(t, one, "/")
	for _, link := range []string{"1 Record", "19 Paragraphs", "1 Body", "CMW/C/SR.463"} {
		p.find("link", link)
	}
	p.see("date not stated")
	p.seeNot("0 States reviewed")
	p.goTo("/network")
	p.see("Bodies that met")
	p.click("link", "Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families")
	p.at("/network?center=body%3ACMW")
}
