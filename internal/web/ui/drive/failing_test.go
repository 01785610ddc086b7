package drive_test

import (
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
)

// A faulty stands before a server and, when it is told to, answers in its place.
type faulty struct {
	*server
	fault atomic.Value // http.HandlerFunc, nil for none
	where string       // the paths that it answers, by their beginning
}

func before(t *testing.T, s *server, where string) *faulty {
	t.Helper()
	target, err := url.Parse(s.url)
	if err != nil {
		t.Fatal(err)
	}
	proxy := &httputil.ReverseProxy{
		Rewrite:  func(r *httputil.ProxyRequest) { r.SetURL(target) },
		ErrorLog: log.New(io.Discard, "", 0), // of requests that a page calls off
	}
	f := &faulty{where: where}
	f.fault.Store(http.HandlerFunc(nil))
	front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if answer := f.fault.Load().(http.HandlerFunc); answer != nil && strings.HasPrefix(r.URL.Path, f.where) {
			answer(w, r)
			return
		}
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(front.Close)
	f.server = &server{url: front.URL}
	return f
}

// status answers with a status and a page, as what stands between a reader and the server does.
func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "<html><script>window.struck=1</script>", code)
	}
}

// cut ends the connection without an answer.
func cut(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }

// strange answers well with what is none of the API's shapes.
func strange(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html")
	_, _ = w.Write([]byte("<html>Please sign in to this network"))
}

// TestFailingServer opens each view while the API fails: it says so in words, and "Try again"
// brings what was asked for once the API answers.
func TestFailingServer(t *testing.T) {
	f := before(t, reading(t), "/api/")
	faults := []struct {
		name   string
		answer http.HandlerFunc
	}{
		{"500", status(500)}, {"503", status(503)}, {"429", status(429)}, {"504", status(504)}, {"cut", cut}, {"strange", strange},
	}
	views := []struct{ address, shown string }{
		{"/", "CEDAW/C/SR.1801"}, {"/search?q=birth", "registration"}, {"/queries", "Which agreements"}, {"/queries/agreements-cited?country=country:GEO", "Convention"},
		{"/records", "CEDAW/C/SR.1801"}, {"/records/CMW/C/SR.501", "Lopes"}, {"/entities", "Azerbaijan"}, {"/entities/country:CPV", "Cabo Verde"},
		{"/entities/country:CPV?tab=paragraphs", "Lopes"}, {"/network?center=country:CPV&view=list", "Labour Code"}, {"/agreements", "Georgia"},
		{"/topics", "Migrant workers"}, {"/console?run=1&query=g.V(%22%3Ccountry:CPV%3E%22).All()", "1 row"},
	}
	p := visit(t, f.server, "/queries")
	p.expect("the server responded with a status of", "net::ERR_", "Unexpected token", "not valid JSON")
	for i, view := range views {
		for _, fault := range []int{i % len(faults), (i + 4) % len(faults)} {
			where := view.address + " while it answers " + faults[fault].name
			f.fault.Store(faults[fault].answer)
			p.goTo(view.address)
			p.waitFor("words at "+where, `!!document.querySelector("[role=alert] p")`)
			p.settle(where)
			p.harmless(where)
			f.fault.Store(http.HandlerFunc(nil))
			p.waitFor("that it works at "+where, `(() => { [...document.querySelectorAll("main button")].filter((b) => b.innerText === "Try again" && !b.dataset.once).forEach((b) => { b.dataset.once = 1; b.click(); });
				return !document.querySelector("[role=alert]") && document.querySelector("main").innerText.includes("`+view.shown+`"); })()`)
		}
	}
}

// TestNewVersion looks at a tab that is open while the program is replaced: the files of its
// other views are gone.
func TestNewVersion(t *testing.T) {
	f := before(t, reading(t), "/assets/")
	p := visit(t, f.server, "/queries")
	p.expect("404", "Failed to fetch dynamically imported module", "Unable to preload", "net::ERR_", "Refused to apply style")
	f.fault.Store(http.HandlerFunc(http.NotFound))
	eval[bool](p, `document.querySelector("a[href='/agreements']").click(); true`)
	p.see("This page could not be loaded")
	f.fault.Store(http.HandlerFunc(nil))
	p.click("button", "Load the page again")
	p.find("heading", "Agreements")
	p.find("rowheader", "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families")
	p.at("/agreements")
}
