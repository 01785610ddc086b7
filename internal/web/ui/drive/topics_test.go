package drive_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const twoTopics = "topic%3Astatelessness%2Ctopic%3Abirth-registration"

// TestTopics chooses topics, by the keyboard, and looks at the numbers of the chart.
func TestTopics(t *testing.T) {
	p := visit(t, reading(t), "/topics")
	p.see("These are the topics spoken of most")
	if got := p.count("thead th"); got != 6 {
		t.Errorf("%d columns for 5 topics and the year", got)
	}
	p.inspect("topics")
	p.goTo("/topics?topic=topic:statelessness")
	p.find("button", "Take Statelessness away")
	p.enter("combobox", "Topics", "birth reg")
	p.find("option", "Birth registration Topic")
	p.press(kb.ArrowDown, kb.Enter)
	p.at("/topics?topic=" + twoTopics)
	p.numbers("Year|Statelessness|Birth registration", "2019|0|2", "2020|0|0", "2021|6|1", "2022|2|2", "2023|0|1", "no date|5|0")
	p.goTo("/topics?topic=topic:statelessness&topic=topic:birth-registration")
	p.see("Birth registration")
	p.choose("A point for each", "meeting")
	p.numbers("Meeting|Statelessness|Birth registration", "CERD/C/SR.2790, 14 Nov 2019|0|2", "CMW/C/SR.464, 4 Oct 2021|6|1",
		"CMW/C/SR.501, 5 Apr 2022|2|2", "CEDAW/C/SR.1801, 20 Feb 2023|0|1", "CMW/C/SR.463|5|0")
	p.choose("Body", "body:CMW")
	p.numbers("Meeting|Statelessness|Birth registration", "CMW/C/SR.464, 4 Oct 2021|6|1", "CMW/C/SR.501, 5 Apr 2022|2|2", "CMW/C/SR.463|5|0")
	p.enter("textbox", "To", "2019")
	p.press(kb.Enter)
	p.see("None of these topics is spoken of in these records")
}

// numbers waits for the rows of a table, cells with bars between them.
func (p *tab) numbers(rows ...string) {
	p.t.Helper()
	p.waitFor(strings.Join(rows, "; "), fmt.Sprintf(`JSON.stringify([...document.querySelectorAll("tr")].map((r) =>
		[...r.cells].map((c) => c.innerText.trim()).join("|"))) === %q`, quoted(rows)))
}

// TestTopicsPoint opens a point of the chart, and one of the table.
func TestTopicsPoint(t *testing.T) {
	p := visit(t, reading(t), "/topics?topic=topic:statelessness,topic:birth-registration")
	p.waitFor("the chart", `document.querySelector("canvas")?.width > 0 && document.querySelector("tbody tr")`)
	p.find("image", "Paragraphs on Statelessness, Birth registration by year. The table has the same numbers.")
	p.click("button", "2, Statelessness, 2022")
	p.at("/topics?topic=" + twoTopics + "&point=topic%3Astatelessness%2C2022")
	p.find("dialog", "Statelessness, 2022")
	p.picture("topics-point")
	p.accessible("the records behind a point")
	p.click("link", "2 paragraphs")
	p.at("/queries/topic-paragraphs?topic=topic%3Astatelessness&record=record%3ACMW%2FC%2FSR.501")
	p.see("2 rows")

	p.goTo("/topics?topic=topic:statelessness&by=meeting")
	p.find("button", "2, Statelessness, CMW/C/SR.501, 5 Apr 2022")
	p.expect("willReadFrequently") // the test reads the chart, the page does not
	p.clickChart()
	p.at("/topics?topic=topic%3Astatelessness&by=meeting&point=topic%3Astatelessness%2Crecord%3ACMW%2FC%2FSR.464")
	p.find("link", "6 paragraphs")
}

// clickChart clicks on the highest point of the first line, which is found by its colour.
func (p *tab) clickChart() {
	p.t.Helper()
	const point = `(() => { const c = document.querySelector("canvas"), all = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
		const at = Array.from({ length: all.length / 4 }, (_, i) => i).find((i) => all[4 * i] === 11 && all[4 * i + 1] === 79 && all[4 * i + 2] === 158);
		if (at === undefined) return null;
		const box = c.getBoundingClientRect(), size = box.width / c.width;
		return { X: box.x + (at % c.width) * size, Y: box.y + Math.floor(at / c.width) * size + 4 }; })()`
	p.waitFor("a point in the colour --series-1", point)
	at := eval[struct{ X, Y float64 }](p, point)
	p.do("clicking on the point", chromedp.MouseClickXY(at.X, at.Y))
}

// TestTopicsSheet saves the numbers as a file.
func TestTopicsSheet(t *testing.T) {
	p := visit(t, reading(t), "/topics?topic=topic:statelessness&topic=topic:birth-registration")
	folder := p.downloads()
	p.click("button", "Download CSV")
	want := "When,Statelessness,Birth registration\r\n2019,0,2\r\n2020,0,0\r\n2021,6,1\r\n2022,2,2\r\n2023,0,1\r\nno date,5,0\r\n"
	if got := p.saved(folder, "topics.csv"); got != want {
		t.Errorf("the file is\n%s\nwant\n%s", got, want)
	}
}
