package drive_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestRecordRail looks at who spoke and what about, and finds paragraphs by it.
func TestRecordRail(t *testing.T) {
	p := visit(t, reading(t), sample)
	p.see("Delegation of Azerbaijan")
	p.click("button", "Mr. Mammadov 84 words, 1 para.")
	p.at(sample + "?speaker=person%3AAZE%2Fmammadov")
	p.see("1 paragraph Previous")
	p.click("button", "Clear")
	p.at(sample)
	p.back()
	p.see("1 paragraph Previous")
	eval[*string](p, "history.forward(), null")
	p.seeNot("1 paragraph Previous")

	p.choose("Topic", "topic:statelessness")
	p.see("6 paragraphs Previous")
	p.click("button", "Next")
	p.at(sample + "?topic=topic%3Astatelessness#para-6")
	p.see("Paragraph 6, 1 of 6")
	p.inView("para-6")
	p.click("button", "Previous") // goes around to the last
	p.see("Paragraph 51, 6 of 6")
	p.waitFor("the button that keeps the focus", `document.activeElement.innerText === "Previous"`)
	if marked := eval[[]string](p, `[...document.querySelectorAll("article.matches")].map((a) => a.id.slice(5))`); strings.Join(marked, " ") != "6 11 13 24 35 51" {
		t.Errorf("found are %q", marked)
	}
	p.choose("Speaker", "person:CMW/corzo-sosa")
	p.choose("Mentions", "country:AZE")
	p.see("No paragraph Previous")
}

// TestRecordContents goes to a speaker by the table of contents.
func TestRecordContents(t *testing.T) {
	p := visit(t, reading(t), "/records/CMW/C/SR.463")
	p.click("link", "Ms. Abramenko")
	p.at("/records/CMW/C/SR.463#para-16")
	p.focused("para-16")
	p.see("Institution, Anti-Discrimination Centre Memorial")
	p.see("Symbol known from the name of the file")
}

// TestRecordStrip clicks near the end of the strip of a topic of paragraphs 3 to 60.
func TestRecordStrip(t *testing.T) {
	p := visit(t, reading(t), sample)
	p.see("Which topics when")
	end := eval[[]float64](p, `(() => { const s = document.querySelector("[data-topic='topic:detention']"); s.scrollIntoView({ block: "center" });
		const r = s.getBoundingClientRect(); return [r.right - 3, r.top + r.height / 2]; })()`)
	p.do("clicking on the strip", chromedp.MouseClickXY(end[0], end[1]))
	p.at(sample + "#para-60")
	p.inView("para-60")
}
