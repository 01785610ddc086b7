package drive_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// lamp is an invented record.
const lamp = `United Nations	CMW/C/SR.777

International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families	Distr.: General
12 May 2025
Original: English

Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families
Fortieth session
Summary record of the 777th meeting
Held at the Palais Wilson, Geneva, on Monday, 5 May 2025, at 10 a.m.
Chair:	Ms. Diallo

Contents
Consideration of reports submitted by States parties under article 73 of the Convention
Second periodic report of Morocco (CMW/C/MAR/2)

The meeting was called to order at 10 a.m.
	Consideration of reports submitted by States parties under article 73 of the Convention
	Second periodic report of Morocco (CMW/C/MAR/2)
1.	At the invitation of the Chair, the delegation of Morocco joined the meeting.
2.	Ms. Alaoui (Morocco) said that the lamps of all harbours were lit by migrant workers.
The meeting rose at 1 p.m.
`

// TestUpload adds a record and a file that is none, with a wrong token and the right one.
func TestUpload(t *testing.T) {
	p := visit(t, writing(t), "/")
	p.find("link", "5 Records")
	p.attach(files(t, map[string]string{"lamp.txt": lamp, "shopping.txt": "Lamp oil, wicks and matches.\n"})...)
	p.enter("textbox", "Admin token", "not-the-token-of-this-server")
	p.press(kb.Enter)
	p.see("This is not the token of this server.")
	p.inspect("sign-in")
	p.signIn()

	p.see("lamp.txt: added CMW/C/SR.777")
	p.see("2 paragraphs")
	p.see("shopping.txt: not read")
	p.find("link", "6 Records") // the numbers are read again
	if names := p.names("link"); !slices.Contains(names, "2019–2025 Meetings") || !slices.Contains(names, "Morocco") {
		t.Errorf("the numbers do not tell of the record: %q", names)
	}
	p.inspect("upload")
	p.click("link", "CMW/C/SR.777")
	p.at("/records/CMW/C/SR.777")
}

// TestUploadCalledOff drops a file over a slow line, sees it go and calls it off.
func TestUploadCalledOff(t *testing.T) {
	p := visit(t, writing(t), "/")
	p.click("button", "Sign in")
	p.signIn()
	p.find("button", "Sign out")
	p.upload(20_000)
	drop := fmt.Sprintf(`(() => { const files = new DataTransfer();
		files.items.add(new File([%q, " ".repeat(2_000_000)], "lamp.txt", { type: "text/plain" }));
		return document.querySelector("[aria-label='Drop files here']").dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true })); })()`, lamp)
	if eval[bool](p, drop) {
		t.Error("the browser would open the file that was dropped")
	}
	p.see("Sending 1 file")
	p.waitFor("some bytes to go", `document.querySelector("progress")?.value > 0`)
	p.picture("upload-sending")
	p.click("button", "Call it off")
	p.see("Called off")
	p.seeNot("Sending")
	p.upload(-1)
	p.goTo("/")
	p.find("link", "5 Records")
	p.find("button", "Sign out") // the token stays in the tab
}

// upload sets how many bytes a second leave the page, -1 for as many as can.
func (p *tab) upload(bytes float64) {
	p.t.Helper()
	_, err := chromedp.Call(p.ctx, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{DownloadThroughput: -1, UploadThroughput: bytes}},
	})
	if err != nil {
		p.t.Fatal(err)
	}
}

// TestUploadNothing says why, where a whole upload cannot be read.
func TestUploadNothing(t *testing.T) {
	p := visit(t, writing(t), "/")
	p.click("button", "Sign in")
	p.signIn()
	p.find("button", "Sign out")
	p.attach(files(t, map[string]string{"empty.zip": strings.Repeat("no archive ", 9)})...)
	p.see("Nothing was taken in")
	p.see("empty.zip")
}
