package drive_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

const (
	mostScript  = 350_000 // bytes, compressed
	mostWait    = 1_000   // milliseconds
	timedVisits = 5
)

// TestWeight adds up the scripts that the start asks for.
func TestWeight(t *testing.T) {
	p := visit(t, reading(t), "/")
	p.find("link", "5 Records")
	scripts := eval[[]string](p, `performance.getEntriesByType("resource").map((r) => new URL(r.name).pathname).filter((path) => path.endsWith(".js"))`)
	slices.Sort(scripts)
	scripts = slices.Compact(scripts)
	if len(scripts) < 2 {
		t.Fatalf("the start asked for the scripts %q", scripts)
	}
	sum := 0
	for _, script := range scripts {
		sum += packed(t, filepath.Join("..", "dist", filepath.FromSlash(script)))
	}
	figure(t, "script", "script of the first load: %d bytes compressed, in %d files", sum, len(scripts))
	if sum >= mostScript {
		t.Errorf("the first load has %d bytes of script; %d are allowed", sum, mostScript)
	}
}

// packed returns how many bytes a file has when it is compressed.
func packed(t *testing.T, file string) int {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}

// noteUsable notes when the box and the numbers are there, in milliseconds since the navigation began.
const noteUsable = `new MutationObserver((_, observer) => {
	if (!document.querySelector("main [role=combobox]") || !document.querySelector("main a[href='/records'] strong")) return;
	window.usable = performance.now();
	observer.disconnect();
}).observe(document, { childList: true, subtree: true })`

// TestFirstView measures how long it takes until the first view can be used, with nothing kept from before.
func TestFirstView(t *testing.T) {
	p := visit(t, reading(t), "/entities")
	if _, err := chromedp.Call(p.ctx, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: noteUsable}); err != nil {
		t.Fatal(err)
	}
	var waits []float64
	for range timedVisits {
		p.goTo("/")
		p.waitFor("the first view", "window.usable > 0")
		waits = append(waits, eval[float64](p, "window.usable"))
	}
	best := slices.Min(waits)
	figure(t, "first-view", "first view usable after %.0f ms, the best of %d visits", best, len(waits))
	if best >= mostWait {
		t.Errorf("the first view can be used after %.0f ms; it should be less than %d", best, mostWait)
	}
}

// figure keeps a measured figure in figures.txt beside the screenshots, one line for each name.
func figure(t *testing.T, name, format string, values ...any) {
	t.Helper()
	line := fmt.Sprintf(format, values...)
	t.Log(line)
	file := filepath.Join(*artefacts, "figures.txt")
	var lines [][]byte
	if before, err := os.ReadFile(file); err == nil {
		lines = bytes.SplitAfter(before, []byte("\n"))
	}
	lines = slices.DeleteFunc(lines, func(l []byte) bool { return len(l) == 0 || bytes.HasPrefix(l, []byte(name+": ")) })
	lines = append(lines, []byte(name+": "+line+"\n"))
	keep(t, file, bytes.Join(lines, nil))
}
