package drive_test

import (
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestSearchParagraphs searches for words, narrows the search down and widens it again.
func TestSearchParagraphs(t *testing.T) {
	p := visit(t, reading(t), "/search?q=birth+registration")
	p.find("heading", "6 paragraphs")
	p.see("Birth registration was open to all children")
	if marked := eval[[]string](p, `[...document.querySelectorAll("mark")].map((m) => m.textContent)`); !slices.Contains(marked, "registration") {
		t.Errorf("the marked words are %q", marked)
	}

	p.click("link", "Committee on the Elimination of Discrimination against Women 1")
	p.at("/search?q=birth+registration&body=body%3ACEDAW")
	p.find("heading", "1 paragraph")
	p.click("link", "Committee member 1")
	p.find("link", "CEDAW/C/SR.1801, para. 5")
	p.inspect("search")

	p.click("button", "Remove the filter Body Committee on the Elimination of Discrimination against Women")
	p.at("/search?q=birth+registration&role=member")
	p.find("heading", "3 paragraphs")
	p.back()
	p.find("heading", "1 paragraph")
	p.click("button", "Remove all filters")
	p.find("heading", "6 paragraphs")

	p.enter("textbox", "First year", "2022")
	p.click("button", "Only these years")
	p.at("/search?q=birth+registration&year=2022-2023")
	p.find("heading", "3 paragraphs")
	p.click("button", "Remove the filter Year 2022-2023")
	p.find("heading", "6 paragraphs")

	p.choose("Order", "date")
	p.at("/search?q=birth+registration&sort=date")
	p.waitFor("the newest first", `document.querySelector("main article a")?.textContent === "CEDAW/C/SR.1801, para. 5"`)
	p.click("link", "CEDAW/C/SR.1801, para. 5")
	p.at("/records/CEDAW/C/SR.1801#para-5")
}

// TestSearchMarkup finds a paragraph that quotes a script, which stays words.
func TestSearchMarkup(t *testing.T) {
	p := visit(t, reading(t), "/search?q=typed+title")
	p.find("heading", "1 paragraph")
	p.see(`A member had typed <script>document.title = "taken"</script> & <b>bold</b> into the list`)
	if n := p.count("main script, main article b"); n != 0 {
		t.Errorf("%d elements of the text are elements of the page", n)
	}
}

// TestSearchCitation copies the citation of a hit.
func TestSearchCitation(t *testing.T) {
	p := visit(t, reading(t), "/search?q=speeding+OR+statelessness+prevention")
	p.see("No paragraph has all of these words")
	p.inspect("search-nothing")
	p.goTo("/search?q=prevention+of+statelessness+observations")
	p.allow()
	p.click("button", "Copy citation")
	p.find("button", "Copied")
	if copied := p.copied(); copied != "CMW/C/SR.501, para. 7" {
		t.Errorf("copied %q", copied)
	}
}

// TestSearchNames searches for names rather than paragraphs, and by keyboard in the box of the page.
func TestSearchNames(t *testing.T) {
	p := visit(t, reading(t), "/search")
	p.enter("combobox", "Search names, words and symbols", "migration")
	p.press(kb.Enter)
	p.at("/search?q=migration")
	p.find("link", "all 16")
	p.click("link", "Names 16")
	p.find("heading", "16 names")
	p.click("link", "Institutions 3")
	p.at("/search?q=migration&kind=entity&type=Institution")
	p.find("heading", "3 names")
	p.inspect("search-names")
	p.click("link", "State Migration Service")
	p.at("/entities/institution:AZE/state-migration-service")
}

// TestSearchPages turns a page, downloads all pages, and meets a filter that means nothing.
func TestSearchPages(t *testing.T) {
	p := visit(t, reading(t), "/search?state=country%3AAZE&sort=date")
	p.find("heading", "83 paragraphs")
	first := eval[string](p, `document.querySelector("main article a").textContent`)
	p.click("link", "Next page")
	p.waitFor("another page", `document.querySelector("main article a")?.textContent !== `+strconv.Quote(first)+` && document.activeElement?.tagName === "H2"`)
	p.click("link", "First page")
	p.waitFor("the first page", `document.querySelector("main article a")?.textContent === `+strconv.Quote(first))

	folder := p.downloads()
	p.click("button", "Download CSV")
	rows, err := csv.NewReader(strings.NewReader(p.saved(folder, "paragraphs.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1+83 || rows[0][0] != "paragraph" || rows[1][0] != first {
		t.Errorf("the file has %d rows, the first two %q", len(rows), rows[:2])
	}

	p.expect("400")
	p.goTo("/search?q=birth&cursor=of-another-list")
	p.click("link", "First page")
	p.at("/search?q=birth")
	p.goTo("/search?q=birth&body=Nowhere")
	p.see(`The store has no body called "Nowhere".`)
}

// TestSearchWithin opens an address that asks for paragraphs that name something.
func TestSearchWithin(t *testing.T) {
	p := visit(t, reading(t), "/search?entity=institution:iom&role=delegation&body=body:CMW")
	p.find("button", "Remove the filter Names International Organization for Migration")
	p.find("link", "CMW/C/SR.501, para. 3")
	p.click("button", "Remove all filters")
	p.at("/search")
	p.find("heading", "105 paragraphs")
}
