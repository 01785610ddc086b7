package drive_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// harbour is a record in which one service goes by two names.
const harbour = `The meeting was called to order at 10 a.m.
1.	Ms. Reed (Norway) said that the National Harbour Service had been set up under the Harbour Act.
2.	The Harbour Service kept a register of seafarers.
The meeting rose at 11 a.m.
`

// correcting starts a server with that record that takes corrections.
func correcting(t *testing.T) *server {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"records/CMW_C_SR.9-EN.txt": harbour, "token": token} {
		file := filepath.Join(dir, name)
		keep(t, file, []byte(text))
		if err := os.Chmod(file, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return serve(t, "--store", filepath.Join(dir, "store"), "--admin-token-file", filepath.Join(dir, "token"), filepath.Join(dir, "records"))
}

// signIn gives the token where the page asks for it.
func (p *tab) signIn() {
	p.t.Helper()
	p.enter("textbox", "Admin token", token)
	p.click("button", "Sign in")
}

// TestReview signs in, accepts a likely duplicate, and takes it back.
func TestReview(t *testing.T) {
	p := visit(t, correcting(t), "/corrections")
	p.enter("textbox", "Admin token", "not-the-token")
	p.click("button", "Sign in")
	p.see("This is not the token of this server")
	p.signIn()
	p.see("Harbour Service is National Harbour Service?")
	p.inspect("corrections")
	p.click("button", "Yes: Harbour Service is National Harbour Service")
	p.see("None to decide")
	p.click("button", "Corrected")
	p.at("/corrections?show=made")
	p.see("institution:NOR/harbour-service is institution:NOR/national-harbour-service")
	p.see("one name contains the other")
	p.inspect("corrections-made")
	p.click("button", "Take back: institution:NOR/harbour-service is institution:NOR/national-harbour-service")
	p.see("Nothing was corrected yet")
	p.click("button", "Likely wrong")
	p.see("Harbour Service is National Harbour Service?")
	p.click("button", "Not now: Harbour Service is National Harbour Service")
	p.see("None to decide")
	p.click("button", "Sign out")
	p.find("textbox", "Admin token")
}

// TestCorrectionsOfAReader says that nothing can be written.
func TestCorrectionsOfAReader(t *testing.T) {
	p := visit(t, reading(t), "/corrections")
	p.see("This server is for reading only")
	p.inspect("corrections-off")
}

// TestCorrectEntity says on the page of an entity that it is another one.
func TestCorrectEntity(t *testing.T) {
	p := visit(t, correcting(t), "/entities/institution:NOR/harbour-service")
	p.click("button", "Correct …")
	p.signIn()
	p.inspect("correct-entity")
	p.click("button", "Correct it")
	p.see("Choose the entity that it is")
	p.enter("combobox", "It is", "national harb")
	p.find("option", "National Harbour Service Institution")
	p.press(kb.ArrowDown, kb.Enter)
	p.enter("textbox", "Why", "one service by two names")
	p.click("button", "Correct it")
	p.at("/entities/institution:NOR/national-harbour-service")
	p.see("Other names Harbour Service")
}

// TestCorrectMention says in a record that some words name nothing: they are unmarked at once.
func TestCorrectMention(t *testing.T) {
	p := visit(t, correcting(t), "/records/CMW/C/SR.9#para-2")
	p.point("link", "Harbour Service")
	p.click("button", "Correct …")
	p.signIn()
	p.click("radio", "It is nothing")
	p.choose("This holds for", "words")
	p.enter("textbox", "Why", "to see that it can be rejected")
	p.click("button", "Correct it")
	p.waitFor("the words without a mark", `![...document.querySelectorAll("#para-2 a")].some((a) => a.textContent === "Harbour Service")`)
	p.goTo("/corrections?show=made")
	p.see("institution:NOR/harbour-service is nothing for the words “Harbour Service” in CMW/C/SR.9, para. 2")
}
