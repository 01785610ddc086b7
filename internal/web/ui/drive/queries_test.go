package drive_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestQuestions narrows the list of questions, and follows an example.
func TestQuestions(t *testing.T) {
	p := visit(t, reading(t), "/queries")
	p.find("heading", "About a country")
	p.find("heading", "About a summary record")
	p.see("For example: Which agreements has")
	p.inspect("questions")

	p.enter("searchbox", "Words", "articles")
	p.at("/queries?q=articles")
	p.seeNot("Agreements cited by a country")
	p.find("link", "Articles cited")
	p.enter("searchbox", "Words", "")
	p.choose("About", "Institution")
	p.at("/queries?about=Institution")
	p.find("link", "Trace of an institution")
	if slices.Contains(p.names("link"), "Delegation of a country") {
		t.Error("what asks for a country is listed for an institution")
	}
	p.enter("searchbox", "Words", "no question has these")
	p.click("button", "Show all")
	p.find("link", "Delegation of a country")

	for _, e := range examples(t, p.site) {
		if e.Query == "agreements-cited" {
			p.click("link", e.Question)
			p.waitFor("the answer to the example", `location.pathname === "/queries/agreements-cited" && document.querySelector("tbody tr")`)
			return
		}
	}
	t.Error("there is no example of agreements-cited")
}

// TestQuestion asks by the keyboard alone, sorts, opens a row, and comes back.
func TestQuestion(t *testing.T) {
	p := visit(t, reading(t), "/queries/agreements-cited")
	p.see("Fill in what is required")
	p.press(kb.Tab)
	p.enter("combobox", "Country", "cabo")
	p.find("option", "Cabo Verde (Cabo Verdean) Country")
	p.press(kb.ArrowDown, kb.Enter, kb.Enter)
	p.at("/queries/agreements-cited?country=country%3ACPV")
	p.find("link", "Convention on the Elimination of All Forms of Discrimination against Women")
	p.see("5 Apr 2022")
	p.inspect("question")

	agreements := `[...document.querySelectorAll("tbody tr td:first-child")].map((e) => e.innerText.trim())`
	ascending := eval[[]string](p, agreements)
	if len(ascending) < 3 {
		t.Fatalf("only %q are shown", ascending)
	}
	p.click("button", "Agreement")
	p.at("/queries/agreements-cited?country=country%3ACPV&sort=agreement")
	p.click("button", "Agreement")
	p.at("/queries/agreements-cited?country=country%3ACPV&sort=-agreement")
	slices.Reverse(ascending)
	p.waitFor("the other order", fmt.Sprintf(`JSON.stringify(%s) === JSON.stringify(%s)`, agreements, quoted(ascending)))

	p.click("cell", "5 Apr 2022")
	p.waitFor("the paragraph of the row", `location.pathname === "/records/CMW/C/SR.501" && /^#para-/.test(location.hash)`)
	p.back()
}

// TestQuestionFiles looks at what an answer is handed on as.
func TestQuestionFiles(t *testing.T) {
	p := visit(t, reading(t), "/queries/agreements-cited?country=country:CPV&sort=agreement")
	p.allow()
	p.click("button", "Copy a link to this answer")
	p.find("button", "Copied")
	if got, want := p.copied(), p.site.url+"/queries/agreements-cited?country=country%3ACPV&sort=agreement"; got != want {
		t.Errorf("the link is %s, want %s", got, want)
	}
	csv := eval[string](p, `fetch([...document.links].find((a) => a.innerText === "Download CSV").href).then((r) => r.text())`)
	if !strings.HasPrefix(csv, "agreement") || !strings.Contains(csv, "Covenant on Civil and Political Rights") {
		t.Errorf("the CSV is\n%s", csv)
	}
	rows := eval[int](p, `fetch([...document.links].find((a) => a.innerText === "Download JSON").href).then((r) => r.json()).then((a) => a.rows.length)`)
	if shown := p.count("tbody tr"); rows == 0 || rows != shown {
		t.Errorf("the JSON has %d rows, the table %d", rows, shown)
	}
	p.click("link", "As a network")
	p.waitFor("the network", `location.pathname === "/network" && new URLSearchParams(location.search).get("query") === "agreements-cited" && new URLSearchParams(location.search).get("country") === "country:CPV"`)
	p.back()
	p.see("4 rows")
	p.click("DisclosureTriangle", "The Gizmo text behind it")
	p.see(`g.V(country)`)
	p.click("link", "Open in console")
	p.waitFor("the console", `location.pathname === "/console" && new URLSearchParams(location.search).get("query").includes('var country = "<country:CPV>";')`)
}

// TestQuestionRefused gives what is no argument: the field says so, and what it may have meant.
func TestQuestionRefused(t *testing.T) {
	p := visit(t, reading(t), "/queries/agreements-cited")
	p.expect("400")
	p.click("button", "Ask")
	p.see("This must be given")
	p.enter("combobox", "Country", "Georgi")
	p.press(kb.Enter)
	p.see(`The store has no country called "Georgi"`)
	p.waitFor("the focus at the field", `document.activeElement?.getAttribute("aria-label") === "Country"`)
	p.inspect("question-refused")
	p.click("button", "Georgia")
	p.at("/queries/agreements-cited?country=country%3AGEO")
	p.see("Violence against Women and Domestic Violence")
	p.enter("textbox", "From", "20222")
	p.click("button", "Ask")
	p.see(`"20222" is not a date`)
	p.enter("textbox", "From", "2024")
	p.click("button", "Ask")
	p.see("Nothing that is loaded answers this")
}

// TestQuestionPages leafs through an answer of more rows than a page has, and asks for
// several things at once.
func TestQuestionPages(t *testing.T) {
	p := visit(t, reading(t), "/queries/topics-over-time")
	p.see("Rows 1 to 100 of 104 rows")
	p.click("button", "Next")
	p.at("/queries/topics-over-time?offset=100")
	p.see("Rows 101 to 104 of 104 rows")
	p.click("button", "Previous")
	p.see("Rows 1 to 100 of 104 rows")
	for _, topic := range []string{"Statelessness", "Birth registration"} {
		p.enter("combobox", "Topic", topic)
		p.find("option", topic+" Topic")
		p.press(kb.ArrowDown, kb.Enter)
		p.find("button", "Take "+topic+" away")
	}
	p.click("button", "Ask")
	p.waitFor("an answer on two topics", `location.search.includes("topic=topic%3Astatelessness%2Ctopic%3Abirth-registration")`)
	p.seeNot("Refugees")
	p.see("5 Apr 2022")
}

// TestQuestionOfRecord picks a record by a part of its symbol, and gives words.
func TestQuestionOfRecord(t *testing.T) {
	p := visit(t, reading(t), "/queries/record-paragraphs")
	p.enter("combobox", "Record", "SR.501")
	p.find("option", "CMW/C/SR.501 Summary record")
	p.press(kb.ArrowDown, kb.Enter)
	p.enter("textbox", "Words", "statelessness")
	p.press(kb.Enter)
	p.at("/queries/record-paragraphs?record=record%3ACMW%2FC%2FSR.501&words=statelessness")
	p.see("2 rows")
	p.see(`A member had typed <script>document.title = "taken"</script>`)
	p.focus("link", "Open the paragraph of row 1")
	p.press(kb.ArrowDown, kb.Enter)
	p.at("/records/CMW/C/SR.501#para-7")
}
