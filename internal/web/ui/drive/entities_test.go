package drive_test

import (
	"strings"
	"testing"
)

// TestEntities browses kinds and finds names by how they begin.
func TestEntities(t *testing.T) {
	p := visit(t, reading(t), "/entities")
	p.find("link", "All 213")
	p.click("link", "Laws 12")
	p.at("/entities?type=Law")
	p.find("heading", "12 names")
	p.find("link", "Migration Code")
	p.inspect("entities")

	p.enter("searchbox", "Name, or how it begins", "lab")
	p.at("/entities?type=Law&q=lab")
	p.find("heading", "3 names")
	folder := p.downloads()
	p.click("button", "Download CSV")
	if sheet := p.saved(folder, "names.csv"); strings.Count(sheet, "Labour Code") != 3 {
		t.Errorf("the file has not the three codes:\n%s", sheet)
	}
	p.enter("searchbox", "Name, or how it begins", "xyzzy")
	p.see("No name begins so")
	p.inspect("entities-nothing")

	p.goTo("/entities?q=iom")
	p.see("also IOM")
	p.click("link", "International Organization for Migration")
	p.at("/entities/institution:iom")
}

// TestEntitiesPages turns the page of a long list, and comes back to it.
func TestEntitiesPages(t *testing.T) {
	p := visit(t, reading(t), "/entities")
	p.find("link", "Abramenko")
	p.click("link", "Next page")
	p.waitFor("the next page", `!document.querySelector("main").innerText.includes("Abramenko") && document.activeElement?.tagName === "H2"`)
	p.back()
	p.find("link", "Abramenko")
}
