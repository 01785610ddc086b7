package web_test

import (
	"net/http"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rapporteur/internal/web"
)

// TestExplorer asks for its pages: each is the same, holds neither script nor style of
// its own, and names files that are there for good.
func TestExplorer(t *testing.T) {
	h := fixed(t)
	home := get(h, "/")
	for _, target := range []string{
		"/search?q=%22%3E%3Cscript%3E", "/queries", "/queries/records?body=x", "/records", "/records/LHK/C/SR.7", "/records/none", "/entities",
		"/entities/law:UTO/lamp-act%23art.4", "/network", "/agreements", "/topics", "/console?query=g.V()", "/corrections",
	} {
		if w := get(h, target); w.Code != http.StatusOK || w.Body.String() != home.Body.String() {
			t.Errorf("%s: %d, not the page of the explorer", target, w.Code)
		}
	}
	files := 0
	for _, file := range loaded(t, home.Body.String()) {
		w := get(h, file)
		if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Errorf("%s: %d %v", file, w.Code, w.Header())
		}
		want := map[string]string{".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}[path.Ext(file)]
		if got := w.Header().Get("Content-Type"); want == "" || !strings.HasPrefix(got, want) {
			t.Errorf("%s is %q", file, got)
		}
		files++
	}
	if files < 3 {
		t.Errorf("the page loads only %d files", files)
	}
}

// TestExplorerIsAskedAgain checks that a new version is seen at once, and the same one not sent twice.
func TestExplorerIsAskedAgain(t *testing.T) {
	h := fixed(t)
	head := get(h, "/").Header()
	if head.Get("Cache-Control") != "no-cache" || head.Get("ETag") == "" {
		t.Errorf("the page may be kept unasked: %v", head)
	}
	if w := with(h, "/records", "If-None-Match: "+head.Get("ETag")); w.Code != http.StatusNotModified || w.Body.Len() > 0 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// TestNowhere tells people by a page and programs by a problem.
func TestNowhere(t *testing.T) {
	h := fixed(t)
	if w := with(h, "/nowhere", "Accept: text/html,*/*;q=0.8"); w.Code != http.StatusNotFound || w.Body.String() != get(h, "/").Body.String() {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	for _, target := range []string{"/nowhere", "/assets/none.js", "/assets/../index.html", "/assets/", "/api/v1/nowhere"} {
		if w := get(h, target); w.Code != http.StatusNotFound || w.Header().Get("Content-Type") != problemType {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
	}
}

// TestDocsHoldNoScript looks at the page of the API.
func TestDocsHoldNoScript(t *testing.T) {
	loaded(t, get(serve(t, open(t), web.Options{}), "/docs").Body.String())
}

// loaded returns the files that a page loads. It fails the test at script or style
// within the page.
func loaded(t *testing.T, page string) []string {
	t.Helper()
	var files []string
	for z := html.NewTokenizer(strings.NewReader(page)); z.Next() != html.ErrorToken; {
		token := z.Token()
		if token.Type != html.StartTagToken && token.Type != html.SelfClosingTagToken {
			continue
		}
		file := ""
		for _, a := range token.Attr {
			switch {
			case a.Key == "src", a.Key == "href" && token.Data == "link":
				file = a.Val
			case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
				t.Errorf("<%s> has %s=%q", token.Data, a.Key, a.Val)
			}
		}
		switch {
		case token.Data == "style", token.Data == "script" && file == "":
			t.Errorf("the page holds <%s>", token.Data)
		case strings.HasPrefix(file, "/"):
			files = append(files, file)
		}
	}
	return files
}
