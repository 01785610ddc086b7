package drive_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestRecords lists records by year, and those on a State.
func TestRecords(t *testing.T) {
	p := visit(t, reading(t), "/records")
	p.find("heading", "5 records")
	if years := p.names("heading"); !slices.Equal(years, []string{"Records", "5 records", "2023", "2022", "2021", "2019", "Without a date"}) {
		t.Errorf("the headings are %q", years)
	}
	p.inspect("records")

	p.enter("combobox", "State under review", "azerb")
	p.find("option", "Azerbaijan (Azerbaidjan) Country")
	p.press(kb.ArrowDown, kb.Enter)
	p.at("/records?country=country%3AAZE")
	p.find("heading", "2 records")
	p.enter("textbox", "From", "2020")
	p.press(kb.Enter)
	p.at("/records?country=country%3AAZE&from=2020")
	p.find("heading", "1 record")
	folder := p.downloads()
	p.click("button", "Download CSV")
	if sheet := p.saved(folder, "records.csv"); !strings.Contains(sheet, "\nCMW/C/SR.464,2021-10-04,") || strings.Contains(sheet, "CERD") {
		t.Errorf("the file is\n%s", sheet)
	}
	p.click("link", "CMW/C/SR.464")
	p.at("/records/CMW/C/SR.464")
	p.back()
	p.find("heading", "1 record")
	p.click("link", "Show all")
	p.find("heading", "5 records")
}

// TestRecordsWithin opens an address with filters: names stand for ids, and nothing found says so.
func TestRecordsWithin(t *testing.T) {
	p := visit(t, reading(t), "/records?body=body:CMW&country=country:CPV")
	p.find("link", "CMW/C/SR.501")
	p.waitFor("the name of the State in its field", `document.querySelector("[aria-label='State under review']").value === "Cabo Verde"`)
	p.goTo("/records?from=2024")
	p.see("No record is within these filters")
	p.inspect("records-nothing")
}
