package drive_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestHome finds the numbers of what is loaded, and asks an example with one click.
func TestHome(t *testing.T) {
	p := visit(t, reading(t), "/")
	for _, link := range []string{"5 Records", "105 Paragraphs", "212 Names", "3 States reviewed", "2019–2023 Meetings", "Institutions 32"} {
		p.find("link", link)
	}
	p.find("link", "CEDAW/C/SR.1801") // the latest
	p.find("link", "Which agreements has Georgia cited?")
	if p.count(`input[type="file"]`) != 0 {
		t.Error("a server for reading only offers to take files")
	}
	if wide := eval[int](p, "document.documentElement.scrollWidth - innerWidth"); wide > 0 {
		t.Errorf("the page is %d pixels wider than the window: %s", wide, eval[string](p, widest))
	}
	p.inspect("home")

	p.click("link", "Which agreements has Georgia cited?")
	p.at("/queries/agreements-cited?country=country%3AGEO")
	p.goTo("/")
	p.click("link", "Committee on the Elimination of Discrimination against Women")
	p.at("/records?body=body%3ACEDAW")
	p.find("heading", "1 record")
}

// TestHomeByKeyboard goes from the start to an entity without a mouse.
func TestHomeByKeyboard(t *testing.T) {
	p := visit(t, reading(t), "/")
	for range 30 {
		if eval[bool](p, `document.activeElement?.getAttribute("role") === "combobox"`) {
			break
		}
		p.press(kb.Tab)
	}
	p.press("icrmw")
	p.find("option", "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families (ICRMW) Agreement")
	p.press(kb.ArrowDown, kb.Enter)
	p.at("/entities/agreement:icrmw")
}

// TestHomeEmpty says how to begin where nothing is loaded.
func TestHomeEmpty(t *testing.T) {
	p := visit(t, serve(t, "--store", "mem:"), "/")
	p.see("Nothing is loaded yet")
	p.see("rapporteur ingest FOLDER")
	p.seeNot("Latest records")
	p.inspect("home-empty")
}

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

// files writes files into a folder of the test.
func files(t *testing.T, content map[string]string) (paths []string) {
	t.Helper()
	folder := t.TempDir()
	for name, text := range content {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

const chooser = "Choose files"

// TestUpload adds a record and a file that is none, with a wrong token and the right one.
func TestUpload(t *testing.T) {
	p := visit(t, writing(t), "/")
	p.find("link", "5 Records")
	p.attach(chooser, files(t, map[string]string{"lamp.txt": lamp, "shopping.txt": "Lamp oil, wicks and matches.\n"})...)
	p.enter("textbox", "Admin token", "not-the-token-of-this-server")
	p.press(kb.Enter)
	p.see("This is not the token of this server.")
	p.inspect("sign-in")
	p.enter("textbox", "Admin token", token)
	p.press(kb.Enter)

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
	p.enter("textbox", "Admin token", token)
	p.press(kb.Enter)
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
	p.enter("textbox", "Admin token", token)
	p.press(kb.Enter)
	p.find("button", "Sign out")
	p.attach(chooser, files(t, map[string]string{"empty.zip": strings.Repeat("no archive ", 9)})...)
	p.see("Nothing was taken in")
	p.see("empty.zip")
}
