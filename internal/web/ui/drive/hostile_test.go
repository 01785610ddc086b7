package drive_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// hostile starts a server with a record whose text, and whose file's name, try to be more
// than text.
func hostile(t *testing.T) *server {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "hostile", "CMW_C_SR.901.txt"))
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	file := filepath.Join(folder, "CMW_C_SR.901 <img src=x onerror=window.struck=1>.txt")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return serve(t, "--store", "mem:", folder)
}

const taken = "person:CMW/mr-script-window-struck-1-script-corzo" // of a name with a script in it

// TestHostileText opens every view of it: all that was written is shown as text.
func TestHostileText(t *testing.T) {
	p := visit(t, hostile(t), "/")
	for address, shown := range map[string]string{
		"/":                     "Cabo Verde",
		"/records":              "CMW/C/SR.901",
		"/records/CMW/C/SR.901": `cited https://example.org/"onmouseover="window.struck=1`,
		"/search?q=ministry":    "Ampersands",
		"/search?q=" + url.QueryEscape("<script>"): "Neil",
		"/search?q=waaa&kind=entity":               "Search",
		"/entities":                                "Mr. <script>window.struck=1</script>Corzo",
		"/entities/" + taken:                       "Mr. <script>window.struck=1</script>Corzo",
		"/entities/country:CPV":                    "Cabo Verde",
		"/entities/country:CPV?tab=paragraphs":     "Cabo Verde",
		"/network?center=country:CPV&view=list":    "Criminal Code",
		"/network?center=body:CMW&pick=" + taken:   "Mr. <script>window.struck=1</script>Corzo",
		"/agreements":                              "Agreements",
		"/topics":                                  "Birth registration",
		"/queries/records?body=" + url.QueryEscape("<img src=x onerror=window.struck=1>"): "records",
		"/console?run=1&query=" + url.QueryEscape(`g.V("<`+taken+`>").All()`):             "Mr. <script>window.struck=1</script>Corzo",
		"/corrections": "Corrections",
	} {
		p.expect("the server responded with a status of 4")
		p.goTo(address)
		p.settle(address)
		p.waitFor(shown+" at "+address, fmt.Sprintf("document.body.innerText.includes(%q)", shown))
		p.harmless(address)
	}
}

// TestHostileFiles saves a drawing: other programs read it, and its names are text there.
func TestHostileFiles(t *testing.T) {
	p := visit(t, hostile(t), "/network?center=body:CMW")
	p.waitFor("the drawing", `document.querySelector("[role=application]")?._cyreg?.cy.nodes().length > 2`)
	eval[bool](p, `(() => { window.saved = {}; const make = URL.createObjectURL;
		URL.createObjectURL = (b) => { b.text().then((text) => (window.saved[b.type] = text)); return make(b); }; return true; })()`)
	for form, kind := range map[string]string{"SVG": "image/svg+xml", "GEXF": "application/gexf+xml"} {
		p.click("button", "Save as "+form)
		p.waitFor(form, `!!window.saved["`+kind+`"]`)
		text := eval[string](p, `window.saved["`+kind+`"]`)
		if !strings.Contains(text, "window.struck=1") {
			t.Errorf("%s does not have the hostile name: %.300s", form, text)
		}
		for _, element := range elements(t, form, text) {
			if element == "script" || element == "img" || element == "foreignObject" {
				t.Errorf("%s has an element %q", form, element)
			}
		}
	}
}

// elements reads a document of XML and names all its elements.
func elements(t *testing.T, form, text string) []string {
	t.Helper()
	var names []string
	for d := xml.NewDecoder(bytes.NewReader([]byte(text))); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return names
		}
		if err != nil {
			t.Fatalf("%s is no XML: %v", form, err)
		}
		if e, ok := token.(xml.StartElement); ok {
			names = append(names, e.Name.Local)
		}
	}
}

// settle waits until nothing is being loaded.
func (p *tab) settle(address string) {
	p.t.Helper()
	p.waitFor(address+" to be loaded", `!document.querySelector(".wait, [aria-busy=true]")`)
}

// harmless fails the test where text became more than text, or sticks out on a phone.
func (p *tab) harmless(address string) {
	p.t.Helper()
	if eval[bool](p, `"struck" in window || document.title === "taken"`) {
		p.t.Errorf("%s: a script of a record ran", address)
	}
	const brought = `[...document.querySelectorAll("#app *")].filter((e) =>
		/^(img|script|iframe|object|embed|base|b)$/i.test(e.tagName) || /^\s*(javascript|data):/i.test(e.getAttribute("href") ?? "") ||
		e.getAttributeNames().some((name) => name.startsWith("on"))).map((e) => e.outerHTML.slice(0, 100))`
	if found := eval[[]string](p, brought); len(found) > 0 {
		p.t.Errorf("%s: text became elements: %q", address, found)
	}
	p.size(390, 844)
	if wide := eval[int](p, "document.documentElement.scrollWidth"); wide > 390 {
		p.t.Errorf("%s is %d pixels wide on a phone: %s", address, wide, eval[string](p, widest))
		p.picture("hostile-" + strings.NewReplacer("/", "_", "?", "_", "&", "_").Replace(address))
	}
	p.size(1280, 900)
}
