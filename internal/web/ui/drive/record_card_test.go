package drive_test

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestRecordCardByMouse points at words, goes over to the card and away.
func TestRecordCardByMouse(t *testing.T) {
	p := visit(t, reading(t), "/records/CMW/C/SR.501")
	p.point("link", "IOM")
	p.see("“IOM”: found by its acronym.")
	p.picture("record-card")
	p.press(kb.Escape)
	p.seeNot("found by its acronym")

	p.point("link", "Directorate General of Immigration")
	p.see("“Directorate General of Immigration”: found by how it is written")
	p.click("button", "Find in this record") // in the card, which stays under the mouse
	p.at("/records/CMW/C/SR.501?entity=institution%3ACPV%2Fdirectorate-general-of-immigration")
	p.see("1 paragraph Previous")

	p.point("link", "European Union") // within the words of an agreement
	p.see("“European Union”: found by its name.")
	p.see("“readmission agreement with the European Union”: found by how it is written (rule “described agreement”).")
	p.point("heading", "CMW/C/SR.501")
	p.seeNot("found by its name")
}

// TestRecordCardByKeyboard opens the card by the focus, goes into it, and out by Escape.
func TestRecordCardByKeyboard(t *testing.T) {
	p := visit(t, reading(t), "/records/CMW/C/SR.501#para-3")
	p.focused("para-3")
	p.press(kb.Tab, kb.Tab) // over the number of the paragraph
	p.see("“International Organization for Migration”: found by its name.")
	p.press(kb.Tab)
	p.waitFor("the focus in the card", `document.activeElement.closest("[popover]") && document.activeElement.innerText === "International Organization for Migration"`)
	p.press(kb.Escape)
	p.seeNot("found by its name")
	p.waitFor("the focus on the words", `document.activeElement.dataset.segment === "1"`)
	p.press(kb.Tab)
	p.see("“IOM”: found by its acronym.")
	p.press(kb.Tab, kb.Tab, kb.Enter)
	p.waitFor("the network", `location.pathname + location.search === "/network?center=institution%3Aiom"`)
}

// TestRecordCardByTouch taps: the card opens, and the page stays.
func TestRecordCardByTouch(t *testing.T) {
	p := visit(t, reading(t), "/records/CMW/C/SR.501")
	p.size(390, 844)
	if _, err := chromedp.Call(p.ctx, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true}); err != nil {
		t.Fatal(err)
	}
	x, y := p.middle(p.find("link", "IOM"))
	for _, touch := range []input.DispatchTouchEventParams{
		{Type: input.DispatchTouchEventTypeTouchStart, TouchPoints: []*input.TouchPoint{{X: x, Y: y}}},
		{Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{}},
	} {
		if _, err := chromedp.Call(p.ctx, input.DispatchTouchEvent, touch); err != nil {
			t.Fatal(err)
		}
	}
	p.see("“IOM”: found by its acronym.")
	p.at("/records/CMW/C/SR.501")
	p.picture("record-card-phone")
}
