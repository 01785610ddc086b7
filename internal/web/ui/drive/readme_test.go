package drive_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestReadme makes the pictures of the README, with -update, and checks that it shows
// those that are made.
func TestReadme(t *testing.T) {
	views := map[string]struct {
		address string
		ready   func(*tab)
	}{
		"record": {"/records/CMW/C/SR.464#para-14", func(p *tab) {
			p.see("International Organization for Migration")
			p.point("link", "IOM")
		}},
		"network":    {"/network?center=institution:iom&depth=1", func(p *tab) { p.see("State Migration Service") }},
		"agreements": {"/agreements", func(p *tab) { p.see("Cabo Verde") }},
	}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	shown := regexp.MustCompile(`\]\(docs/screenshots/([a-z]+)\.png\)`).FindAllStringSubmatch(string(readme), -1)
	if len(shown) != len(views) {
		t.Errorf("the README shows %d pictures, want %d", len(shown), len(views))
	}
	for _, picture := range shown {
		name := picture[1]
		view, ok := views[name]
		if !ok {
			t.Errorf("the README shows %s.png, which is not made here", name)
			continue
		}
		t.Run(name, func(t *testing.T) {
			p := visit(t, reading(t), view.address)
			view.ready(p)
			p.press(kb.Shift) // whatever was moved to is drawn
			p.picture("readme-" + name)
			file := filepath.Join(root, "docs", "screenshots", name+".png")
			if *update {
				made, err := os.ReadFile(filepath.Join(*artefacts, "readme-"+name+".png"))
				if err != nil {
					t.Fatal(err)
				}
				keep(t, file, made)
			}
			if _, err := os.Stat(file); err != nil {
				t.Errorf("%v; go test ./internal/web/ui/drive -run Readme -update makes it", err)
			}
		})
	}
}
