package drive_test

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestBar goes through the bar by mouse and keyboard: each page of it has its heading.
func TestBar(t *testing.T) {
	p := visit(t, reading(t), "/queries")
	for _, place := range []struct{ link, address string }{
		{"Records", "/records"}, {"Entities", "/entities"}, {"Network", "/network"}, {"Agreements", "/agreements"},
		{"Topics", "/topics"}, {"Console", "/console"}, {"Corrections", "/corrections"}, {"Questions", "/queries"}, {"Rapporteur", "/"},
	} {
		p.click("link", place.link)
		p.waitFor("the page "+place.address, `location.pathname === "`+place.address+`" && document.activeElement?.tagName === "H1"`)
	}
}

// TestSearchBox finds an entity by the keyboard alone.
func TestSearchBox(t *testing.T) {
	p := visit(t, reading(t), "/queries")
	p.enter("combobox", "Search names, words and symbols", "state migra")
	p.find("option", "State Migration Service Institution")
	p.press(kb.ArrowDown, kb.Enter)
	p.at("/entities/institution:AZE/state-migration-service")
}

// TestNowhere shows a page that says there is nothing.
func TestNowhere(t *testing.T) {
	p := visit(t, reading(t), "/records")
	p.expect("404")
	p.goTo("/no/such/page")
	p.see("There is no such page")
	p.inspect("nowhere")
}
