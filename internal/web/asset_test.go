package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestAssetsAreFilesOfTheExplorer asks for files by addresses that lead out of their folder, and by
// names of folders: there is none, and nothing that fails is kept by browsers.
func TestAssetsAreFilesOfTheExplorer(t *testing.T) {
	h := fixed(t)
	for _, target := range []string{
		"/assets/..%2findex.html", "/assets/%2e%2e/index.html", "/assets/..%5cindex.html", "/assets/%00", "/assets//etc/passwd", "/assets/.", "/assets/index.html",
	} {
		w := get(h, target)
		if w.Code != http.StatusNotFound || strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Errorf("%s: %d %v", target, w.Code, w.Header())
		}
	}
}

// TestAssetHeaders looks at how a script goes out: kept for good, compressed, taken for nothing else,
// under the policy of all pages; and asked for by HEAD, without its text.
func TestAssetHeaders(t *testing.T) {
	h := fixed(t)
	files := 0
	for _, file := range loaded(t, get(h, "/").Body.String()) {
		if !strings.HasSuffix(file, ".js") {
			continue
		}
		files++
		w := with(h, file, "Accept-Encoding: gzip")
		for name, want := range map[string]string{
			"Content-Encoding": "gzip", "Vary": "Accept-Encoding", "X-Content-Type-Options": "nosniff", "Content-Type": "text/javascript; charset=utf-8",
			"Cache-Control": "public, max-age=31536000, immutable",
		} {
			if got := w.Header().Get(name); got != want {
				t.Errorf("%s: %s is %q, not %q", file, name, got, want)
			}
		}
		if policy := w.Header().Get("Content-Security-Policy"); !strings.Contains(policy, "script-src 'self';") || !strings.Contains(policy, "frame-ancestors 'none'") {
			t.Errorf("%s: the policy is %q", file, policy)
		}
		head := httptest.NewRecorder()
		h.ServeHTTP(head, httptest.NewRequestWithContext(t.Context(), http.MethodHead, file, nil))
		if head.Code != http.StatusOK || head.Header().Get("Content-Type") != "text/javascript; charset=utf-8" {
			t.Errorf("HEAD %s: %d %v", file, head.Code, head.Header())
		}
	}
	if files == 0 {
		t.Error("the page loads no script")
	}
}
