package drive_test

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
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
			p.waitFor("the card", `document.querySelector("[data-card]")`)
		}},
		"network": {"/network?center=institution:iom&depth=1", func(p *tab) {
			p.drawn("the network", `cy.nodes().length > 10`)
			p.still()
			eval[bool](p, `(scrollTo(0, 0), true)`)
		}},
		"agreements": {"/agreements", func(p *tab) {
			p.see("Cabo Verde")
			eval[bool](p, `(scrollTo(0, 350), true)`)
		}},
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
			p.do("hiding scrollbars", chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
				_, err := chromedp.Call(ctx, emulation.SetScrollbarsHidden, emulation.SetScrollbarsHiddenParams{Hidden: true})
				return err
			}))
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
