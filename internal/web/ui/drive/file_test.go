package drive_test

import (
	"os"
	"path/filepath"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/chromedp"
)

// downloads lets the page save files into a folder of the test.
func (p *tab) downloads() (folder string) {
	p.t.Helper()
	folder = p.t.TempDir()
	_, err := chromedp.CallBrowser(p.ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder,
		BrowserContextID: chromedp.FromContext(p.ctx).BrowserContextID,
	})
	if err != nil {
		p.t.Fatal(err)
	}
	return folder
}

// saved waits for a file that the page saves, and returns what is in it.
func (p *tab) saved(folder, name string) string {
	p.t.Helper()
	file := filepath.Join(folder, name)
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(30 * time.Millisecond) {
		if data, err := os.ReadFile(file); err == nil {
			return string(data) // the browser gives it its name when it is whole
		}
	}
	p.t.Fatalf("the page saved no %s", name)
	return ""
}

// attach chooses files in the file chooser of a field.
func (p *tab) attach(label string, files ...string) {
	p.t.Helper()
	field := p.find("button", label)
	_, err := chromedp.Call(p.ctx, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: files, BackendNodeID: field})
	if err != nil {
		p.t.Fatalf("choosing %v in %q: %v", files, label, err)
	}
}

// back goes back as the button of the browser does.
func (p *tab) back() {
	p.t.Helper()
	eval[*string](p, "(history.back(), null)")
}
