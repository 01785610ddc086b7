package drive_test

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

const (
	cited    = `g.V("<country:GEO>").Out("<rap:cites>").LabelTag("paragraph").All()`
	citedRun = "/console?query=g.V%28%22%3Ccountry%3AGEO%3E%22%29.Out%28%22%3Crap%3Acites%3E%22%29.LabelTag%28%22paragraph%22%29.All%28%29&run=1"
)

// TestConsoleCompletes writes a query by the keyboard, mostly by taking suggestions, and runs it.
func TestConsoleCompletes(t *testing.T) {
	p := visitConsole(t, reading(t), "/console")
	p.focus("textbox", "Gizmo query")
	p.press("g.V")
	p.take("V(")
	p.press("coun")
	p.take("country:")
	p.seeQuery(`g.V("<country:>")`)
	p.find("option", "Azerbaijancountry:AZE") // of all that are
	p.press("georg")
	p.take("Georgiacountry:GEO")
	p.press(".Ou")
	p.take("Out(")
	p.press("cited by") // an inverse is no name of a predicate
	p.waitFor("no suggestion", "!"+gizmoEditor+`.querySelector("li[aria-selected]")`)
	for range "cited by" {
		p.press(kb.Backspace)
	}
	p.press("cites")
	p.take("rap:cites")
	p.press(`.Label`)
	p.find("option", `LabelTag("paragraph")`)
	p.inspect("console-suggestions")
	p.press("Tag(\"paragraph\").All()")
	p.seeQuery(cited)
	p.pressControl(kb.Enter)
	p.see("4 rows")
	p.at(citedRun)
	p.find("link", "CEDAW/C/SR.1801, para. 6")
	p.find("link", "Labour Code")

	p.focus("textbox", "Gizmo query")
	p.press(kb.Tab)
	p.waitFor("the focus behind the editor", `document.activeElement.textContent.trim() === "Run"`)
	p.inspect("console")
}

// TestConsoleTypesOn goes on suggesting where an answer for what was typed before never comes.
func TestConsoleTypesOn(t *testing.T) {
	p := visitConsole(t, reading(t), "/console")
	p.focus("textbox", "Gizmo query")
	p.hold("/api/v1/suggest?q=harb*")
	p.press(`g.V("<har`)
	p.held(func() { p.press("b") })
	for range "harb" {
		p.press(kb.Backspace)
	}
	p.press("georg")
	p.take("Georgiacountry:GEO")
	p.seeQuery(`g.V("<country:GEO>")`)
}

// TestConsoleFault marks what is wrong where it stands, and says what to do.
func TestConsoleFault(t *testing.T) {
	p := visitConsole(t, reading(t), "/console")
	p.expect("400")
	p.write("g.V(\"<country:GEO>\")\n  .Outt(\"<rap:cites>\").All()")
	p.click("button", "Run")
	p.see("line 2, column 4: Outt: no such method; did you mean Out?")
	p.waitFor("the mark", gizmoEditor+`.querySelector(".cm-lintRange-error")?.textContent === "Outt"`)
	p.inspect("console-fault")

	p.write(cited)
	p.waitFor("no mark", "!"+gizmoEditor+`.querySelector(".cm-lintRange-error")`)
	p.pressControl(kb.Enter)
	p.see("4 rows")
	p.seeNot("no such method")
}

// TestConsoleFill gives values to the parameters of a named query.
func TestConsoleFill(t *testing.T) {
	p := visitConsole(t, reading(t), "/console?query="+url.QueryEscape("// Agreements cited by a country\ng.V(country).In(by).Out(\"<rap:cites>\").All()"))
	p.see("What are country, by?")
	p.click("button", "Put into the query")
	p.see("Type a name and take one of the suggestions.")
	p.enter("combobox", "country", "georg")
	p.find("option", "Georgia (Georgian) Country")
	p.press(kb.ArrowDown)
	p.press(kb.Enter)
	p.inspect("console-fill")
	p.click("button", "Put into the query")
	p.seeQuery("// Agreements cited by a country\n" +
		"var country = \"<country:GEO>\"; // Georgia\nvar by = \"<rap:speaksFor>\"; // delegation\n" +
		"g.V(country).In(by).Out(\"<rap:cites>\").All()")
	p.seeNot("What are country")
	p.pressControl(kb.Enter)
	p.see("4 rows")
}

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

// TestConsoleLink shows the query of a link and runs it only when asked.
func TestConsoleLink(t *testing.T) {
	p := visitConsole(t, reading(t), strings.TrimSuffix(citedRun, "&run=1"))
	p.seeQuery(cited)
	p.see("Queries that you run are listed here.") // so nothing was run
	p.allow()
	p.click("button", "Copy link")
	p.find("button", "Copied")
	if got, want := p.copied(), p.site.url+citedRun; got != want {
		t.Errorf("the link is %s, want %s", got, want)
	}
	p.click("button", "Run")
	p.see("4 rows")
	p.write(`g.V("<country:GEO>").Out("<rap:cites>").Count()`)
	p.pressControl(kb.Enter)
	p.see("1 row")
	p.back()
	p.at(citedRun)
	p.seeQuery(cited)
	p.see("4 rows")
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

// TestConsoleKeeps lists the queries that were run, and keeps those that are given a name.
func TestConsoleKeeps(t *testing.T) {
	p := visitConsole(t, reading(t), citedRun)
	p.see("4 rows")
	p.enter("textbox", "Name of the query", "Georgia cites")
	p.press(kb.Enter)
	p.see("Saved as “Georgia cites”.")
	p.click("button", "Rename Georgia cites")
	p.enter("textbox", "New name of Georgia cites", "What Georgia cites")
	p.press(kb.Enter)
	p.find("button", "What Georgia cites")

	p.goTo("/console")
	p.click("button", "What Georgia cites")
	p.seeQuery(cited)
	p.write(`g.V("<country:AZE>").Out("<rap:cites>").Count()`)
	p.pressControl(kb.Enter)
	p.find("button", `Remove g.V("<country:AZE>").Out("<rap:cites>").Count()`)
	p.inspect("console-kept")
	p.click("button", "Remove "+cited)
	p.waitFor("one query in the history", `document.querySelectorAll("[aria-labelledby=past] li").length === 1`)
	folder := p.downloads()
	p.click("button", "Export")
	p.saved(folder, "rapporteur-queries.json")
	p.click("button", "Delete What Georgia cites")
	p.see("None yet.")
	p.attach(filepath.Join(folder, "rapporteur-queries.json"))
	p.see("1 query read from rapporteur-queries.json.")
	p.find("button", "What Georgia cites")
	p.attach(files(t, map[string]string{"notes.json": "[]"})...)
	p.see("Could not read notes.json: the file has no list of queries")
}

// TestConsoleStarts begins with a question about what is loaded.
func TestConsoleStarts(t *testing.T) {
	p := visitConsole(t, reading(t), "/console")
	p.find("button", "Which agreements is Cabo Verde a party to?")
	questions := eval[[]string](p.tab, `[...document.querySelectorAll("[aria-labelledby=starters] button")].map((b) => b.textContent)`)
	if len(questions) != 5 {
		t.Errorf("the questions are %q", questions)
	}
	for _, question := range questions {
		p.click("button", question)
		p.waitFor("the query of "+question, gizmoEditor+`.querySelector(".cm-line").textContent === `+fmt.Sprintf("%q", "// "+question))
		p.pressControl(kb.Enter)
		p.waitFor("rows for "+question, `/^[1-9]\d* rows?$/.test(document.querySelector("#rows")?.textContent) && `+
			`document.querySelector("[aria-labelledby=past] button").title.startsWith(`+fmt.Sprintf("%q", "// "+question)+`)`)
	}
}

// TestConsoleFromQuestion opens the program of a question, whose values come along.
func TestConsoleFromQuestion(t *testing.T) {
	p := visitConsole(t, reading(t), "/queries/agreements-cited?country=country%3AGEO")
	p.click("DisclosureTriangle", "The Gizmo text behind it")
	p.click("link", "Open in console")
	p.see("What is by?")
	p.click("button", "Put into the query")
	p.pressControl(kb.Enter)
	p.see("4 rows")
}
