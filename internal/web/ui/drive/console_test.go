package drive_test

import (
	"net/url"
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
