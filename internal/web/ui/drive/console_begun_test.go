package drive_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

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
