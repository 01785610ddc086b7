package drive_test

import (
	"net/url"
	"strings"
	"testing"
)

// TestConsoleViews shows the same rows as a table, as JSON and as a network, by links.
func TestConsoleViews(t *testing.T) {
	p := visitConsole(t, reading(t), citedRun)
	p.see("4 rows")
	p.click("button", "paragraph")
	p.at(citedRun + "&sort=paragraph")
	p.waitFor("the order", `document.querySelector("tbody tr").textContent.includes("para. 2")`)
	p.goTo(citedRun + "&sort=-paragraph")
	p.waitFor("the contrary order", `document.querySelector("tbody tr")?.textContent.includes("para. 6")`)
	p.at(citedRun + "&sort=-paragraph")
	p.click("checkbox", "Ids in place of names")
	p.find("link", "law:GEO/labour-code")

	p.click("button", "JSON")
	p.at(citedRun + "&show=ids&view=json")
	p.see(`"value": "law:GEO/labour-code"`)
	p.allow()
	p.click("button", "Copy JSON")
	p.find("button", "Copied")
	if said := p.copied(); !strings.Contains(said, `"truncated": false`) {
		t.Errorf("copied: %s", said)
	}
	p.inspect("console-json")

	p.click("button", "Network")
	p.see("5 entities, linked where they stand in one row.")
	p.find("link", "Labour Code")
	p.find("image", "Drawing of the links that are listed below")
	p.waitFor("the drawing", `document.querySelectorAll("main canvas").length > 0`)
	p.inspect("console-network")

	p.goTo("/console?query=" + url.QueryEscape(`g.V("<country:GEO>").Out("<no:such>").All()`) + "&run=1")
	p.see("0 rows")
	p.see("Nothing in the graph fits.")

	p.goTo(citedRun)
	p.see("4 rows")
	folder := p.downloads()
	p.click("button", "Download CSV")
	if got := p.saved(folder, "query.csv"); !strings.HasPrefix(got, "id,paragraph\nagreement:cedaw,para:CEDAW/C/SR.1801#6\n") {
		t.Errorf("CSV is %s", got)
	}
	p.click("button", "Download JSON")
	if got := p.saved(folder, "query.json"); !strings.Contains(got, `"value": "agreement:cedaw"`) {
		t.Errorf("JSON is %s", got)
	}
}

// TestConsoleManyRows shows a part of what is much, and says so.
func TestConsoleManyRows(t *testing.T) {
	p := visitConsole(t, reading(t), "/console?run=1&query="+url.QueryEscape(`g.V("<rap:Paragraph>").In("<rdf:type>").Tag("a").Out().Tag("b").Back("a").Out().All()`))
	p.see("10,000 rows")
	p.see("There are, or may be, more rows than these")
	p.see("200 of 10,000 rows are shown.")
	p.click("button", "Show 200 more")
	p.see("400 of 10,000 rows are shown.")
	if rows := p.count("tbody tr"); rows != 400 {
		t.Errorf("there are %d rows", rows)
	}
	p.click("button", "JSON")
	p.see("The first 2,000 of")
	p.click("button", "Network")
	p.see("The 300 links with most rows are shown;")
}

// TestConsoleStop calls a query off that takes too long.
func TestConsoleStop(t *testing.T) {
	p := visitConsole(t, reading(t), "/console")
	p.write(cited)
	p.hold("/api/v1/gizmo")
	p.click("button", "Run")
	p.see("Running …")
	p.click("button", "Stop")
	p.see("Stopped.")
	p.seeNot("Running …")
}
