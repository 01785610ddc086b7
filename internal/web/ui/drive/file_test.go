package drive_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
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

// attach chooses files in the file field of the page.
func (p *tab) attach(files ...string) {
	p.t.Helper()
	const field = `input[type=file]`
	p.waitFor("a field for files", fmt.Sprintf(`document.querySelector(%q)`, field))
	document, err := chromedp.Call(p.ctx, dom.GetDocument, dom.GetDocumentParams{})
	if err != nil {
		p.t.Fatal(err)
	}
	found, err := chromedp.Call(p.ctx, dom.QuerySelector, dom.QuerySelectorParams{NodeID: document.Root.NodeID, Selector: field})
	if err != nil {
		p.t.Fatal(err)
	}
	if _, err := chromedp.Call(p.ctx, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: files, NodeID: found.NodeID}); err != nil {
		p.t.Fatalf("choosing %v: %v", files, err)
	}
}

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
