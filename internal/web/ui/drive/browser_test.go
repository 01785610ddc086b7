package drive_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// colours makes the system prefer light or dark.
func (p *tab) colours(scheme string) {
	p.t.Helper()
	p.do("setting colours", chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
			{Name: "prefers-reduced-motion", Value: "reduce"}, {Name: "prefers-color-scheme", Value: scheme},
		}})
		return err
	}))
}

// size sets the size of the window in CSS pixels; 390 × 844 is a phone.
func (p *tab) size(width, height int64) {
	p.t.Helper()
	p.do("resizing", chromedp.EmulateViewport(width, height))
}

// back goes back as the button of the browser does.
func (p *tab) back() {
	p.t.Helper()
	eval[*string](p, "(history.back(), null)")
}

// allow lets the page read and write the clipboard.
func (p *tab) allow() {
	p.t.Helper()
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		_, err := chromedp.CallBrowser(p.ctx, browser.SetPermission, browser.SetPermissionParams{
			Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted,
			BrowserContextID: chromedp.FromContext(p.ctx).BrowserContextID,
		})
		if err != nil {
			p.t.Fatal(err)
		}
	}
}

// copied returns what was copied.
func (p *tab) copied() string {
	p.t.Helper()
	return strings.ReplaceAll(eval[string](p, `navigator.clipboard.readText()`), "\r\n", "\n")
}

// picture keeps a screenshot of what is seen, as NAME.png.
func (p *tab) picture(name string) {
	png, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Logf("screenshot %s: %v", name, err)
		return
	}
	keep(p.t, filepath.Join(*artefacts, name+".png"), png)
}

func keep(t testing.TB, file string, data []byte) {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
