package web_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/internal/web"
)

// A listed page is what all lists have in common, whatever they call their
// elements.
type listed struct {
	Entities, Records, Rows []json.RawMessage
	Total                   int
	Next                    string
}

func (l listed) elements() []string {
	var out []string
	for _, list := range [][]json.RawMessage{l.Entities, l.Records, l.Rows} {
		for _, e := range list {
			out = append(out, string(e))
		}
	}
	return out
}

func page(t *testing.T, h http.Handler, target string) listed {
	t.Helper()
	w := get(h, target)
	var l listed
	if err := json.Unmarshal(w.Body.Bytes(), &l); w.Code != 200 || err != nil {
		t.Fatalf("%s: %d %s", target, w.Code, w.Body)
	}
	if link := w.Header().Get("Link"); (l.Next != "") != (link == "<"+l.Next+`>; rel="next"`) {
		t.Errorf("%s: Link is %q, next %q", target, link, l.Next)
	}
	return l
}

// TestPagesMakeUpTheList follows the links to the next page through lists.
func TestPagesMakeUpTheList(t *testing.T) {
	h := fixed(t)
	for _, target := range []string{
		"/api/v1/entities?", "/api/v1/entities?type=Person&sort=-label", "/api/v1/entities?q=l&fields=id",
		"/api/v1/records?", "/api/v1/records?sort=-date&fields=date",
		"/api/v1/queries/record-paragraphs?record=LHK/C/SR.7", "/api/v1/queries/who-mentioned?what=Utopia&sort=-record&fields=paragraphs",
	} {
		whole := page(t, h, target+"&limit=500").elements()
		var got []string
		pages := 0
		for next := target + "&limit=2"; next != ""; pages++ {
			p := page(t, h, next)
			if p.Total != len(whole) {
				t.Errorf("%s: %d in all, want %d", next, p.Total, len(whole))
			}
			got, next = append(got, p.elements()...), p.Next
		}
		if diff := cmp.Diff(whole, got); diff != "" || pages != (len(whole)+1)/2 || pages < 2 {
			t.Errorf("%s: %d pages of %d (-whole +pages):\n%s", target, pages, len(whole), diff)
		}
	}
}

// TestCursorKeepsForms follows a link from a page in CSV that was chosen by
// parameter.
func TestCursorKeepsForms(t *testing.T) {
	h := fixed(t)
	link := get(h, "/api/v1/entities?format=csv&limit=2").Header().Get("Link")
	next, _, _ := strings.Cut(strings.TrimPrefix(link, "<"), ">")
	if w := get(h, next); w.Code != 200 || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/csv") {
		t.Errorf("%s: %d %v", next, w.Code, w.Header())
	}
}

// TestCursorsBelongToTheirList takes a cursor to other lists.
func TestCursorsBelongToTheirList(t *testing.T) {
	h := fixed(t)
	next := page(t, h, "/api/v1/entities?limit=2").Next
	_, cursor, _ := strings.Cut(next, "cursor=")
	cursor, _, _ = strings.Cut(cursor, "&")
	for _, target := range []string{
		"/api/v1/entities?type=Person&cursor=", "/api/v1/entities?sort=id&cursor=", "/api/v1/records?cursor=",
		"/api/v1/queries/records?cursor=", "/api/v1/entities?cursor=x",
	} {
		w := get(h, target+cursor)
		if _, detail := problem(t, w); w.Code != http.StatusBadRequest || !strings.Contains(detail, "without one") {
			t.Errorf("%s: %d %s", target, w.Code, detail)
		}
	}
	for _, same := range []string{"&limit=3", "&fields=id", "&format=csv"} { // the list is the same
		if w := get(h, "/api/v1/entities?cursor="+cursor+same); w.Code != 200 {
			t.Errorf("%s: %d %s", same, w.Code, w.Body)
		}
	}
}

// TestCursorsOutliveWrites writes between two pages: nothing is repeated.
func TestCursorsOutliveWrites(t *testing.T) {
	s := open(t)
	h := serve(t, s, web.Options{})
	const target = "/api/v1/records?sort=record&limit=2&fields=record"
	first := page(t, h, target)
	addRecord(t, s, "LHK/C/SR.1") // before all others
	second := page(t, h, first.Next)
	if diff := cmp.Diff(1, len(second.elements())); diff != "" || second.Total != 4 {
		t.Errorf("%v", second.elements())
	}
	for _, e := range second.elements() {
		for _, before := range first.elements() {
			if e == before {
				t.Errorf("%s comes twice", e)
			}
		}
	}
}
