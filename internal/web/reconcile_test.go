package web_test

import (
	"crypto/tls"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/names"
	"rapporteur/internal/reconcile"
	"rapporteur/internal/web"
)

// TestReconcileIsOpenToOtherSites asks as pages in browsers do.
func TestReconcileIsOpenToOtherSites(t *testing.T) {
	h := fixed(t)
	for _, path := range []string{
		"/reconcile", "/reconcile?queries={}", "/reconcile?queries=wrong", "/reconcile/preview?id=country:UTO", "/reconcile/properties",
		"/reconcile/suggest/entity?prefix=u", "/reconcile/suggest/type?prefix=u", "/reconcile/suggest/property?prefix=u",
	} {
		for _, method := range []string{http.MethodGet, http.MethodOptions} {
			target, _, _ := strings.Cut(path, "?")
			if method == http.MethodGet {
				target = path
			}
			r := httptest.NewRequest(method, target, nil)
			r.Header.Set("Origin", "http://127.0.0.1:3333")
			if method == http.MethodOptions {
				r.Header.Set("Access-Control-Request-Method", http.MethodPost)
			}
			w := ask(h, r)
			if allowed := w.Header().Get("Access-Control-Allow-Methods"); (w.Code == http.StatusNoContent && strings.Contains(allowed, "POST")) != (method == http.MethodOptions) {
				t.Errorf("%s %s: %d, and %q are allowed", method, target, w.Code, allowed)
			}
			if got := w.Header().Get("Access-Control-Allow-Origin"); got != "*" {
				t.Errorf("%s %s is open to %q, want all", method, target, got)
			}
			if got := w.Header().Get("Access-Control-Allow-Credentials"); got != "" {
				t.Errorf("%s %s takes credentials: %q", method, target, got)
			}
		}
	}
	if got := get(h, "/api/v1/records").Header().Get("Access-Control-Allow-Origin"); got != "" {
		t.Errorf("the rest of the API is open to %q", got)
	}
}

// TestOnlyTheCardMayBeFramed tells the one page for frames from all others.
func TestOnlyTheCardMayBeFramed(t *testing.T) {
	h := fixed(t)
	for path, want := range map[string]bool{
		"/reconcile/preview?id=country:UTO": true, "/reconcile/preview?id=country:NIL": false, "/entities/country:UTO": false, "/": false,
	} {
		head := get(h, path).Header()
		if got := strings.Contains(head.Get("Content-Security-Policy"), "frame-ancestors *") && head.Get("X-Frame-Options") == ""; got != want {
			t.Errorf("%s in a frame: %v, want %v", path, got, want)
		}
	}
}

// TestManifestAddresses checks where the manifest says that the service is.
func TestManifestAddresses(t *testing.T) {
	for _, test := range []struct {
		host, option string
		tls          bool
		want         string // "" for a refusal
	}{
		{"127.0.0.1:8080", "", false, "http://127.0.0.1:8080"},
		{"[::1]:8080", "", false, "http://[::1]:8080"},
		{"records.example.org", "", true, "https://records.example.org"},
		{"127.0.0.1:8080", "https://records.example.org/", false, "https://records.example.org"},
		{"evil\"><script>", "", false, ""},
		{"user@host", "", false, ""},
		{"a.example/path", "", false, ""},
		{"", "", false, ""},
	} {
		h := serve(t, open(t), web.Options{PublicURL: test.option})
		r := httptest.NewRequest(http.MethodGet, "/reconcile", nil)
		r.Host = test.host
		r.Header.Set("X-Forwarded-Host", "evil.example")
		r.Header.Set("X-Forwarded-Proto", "gopher")
		if test.tls {
			r.TLS = &tls.ConnectionState{}
		}
		w := ask(h, r)
		var manifest reconcile.Manifest
		if err := json.Unmarshal(w.Body.Bytes(), &manifest); err != nil {
			t.Fatal(err)
		}
		if got := manifest.Suggest.Entity.URL; got != test.want || (w.Code == http.StatusOK) != (test.want != "") {
			t.Errorf("%q: %d, %q, want %q", test.host, w.Code, got, test.want)
		}
	}
}

func TestPublicURLIsRefused(t *testing.T) {
	s := open(t)
	sch := must(loadSchema())(t)
	set := must(loadQueries())(t)
	for _, address := range []string{"records.example.org", "ftp://a", "https://", "https://a/b", "https://a?b", "https://u@a", "https://a b", "%"} {
		parts := web.Parts{Graph: s, Queries: set, Names: names.NewBook(s, sch), Schema: sch}
		if _, err := web.New(parts, web.Options{PublicURL: address}); err == nil {
			t.Errorf("%q is taken for the address of a site", address)
		}
	}
}

// TestManifestLeadsToItsServices follows the manifest as OpenRefine does.
func TestManifestLeadsToItsServices(t *testing.T) {
	server := httptest.NewServer(fixed(t))
	defer server.Close()
	fetch := func(address string, into any) {
		t.Helper()
		response, err := http.Get(address)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		if response.StatusCode != http.StatusOK {
			t.Errorf("%s: %s", address, response.Status)
		}
		if into != nil {
			if err := json.NewDecoder(response.Body).Decode(into); err != nil {
				t.Errorf("%s: %v", address, err)
			}
		}
	}
	var m reconcile.Manifest
	fetch(server.URL+"/reconcile", &m)
	id := url.PathEscape("institution:UTO/ministry-of-justice")
	for _, template := range []string{m.View.URL, m.Preview.URL} {
		fetch(strings.ReplaceAll(template, "{{id}}", id), nil)
	}
	for _, at := range []reconcile.Location{m.Suggest.Entity, m.Suggest.Type, m.Suggest.Property} {
		var found reconcile.Suggestions
		fetch(at.URL+at.Path+"?prefix=c", &found)
		if len(found.Result) == 0 {
			t.Errorf("%s suggests nothing", at.Path)
		}
	}
	var proposal reconcile.Proposal
	fetch(m.Extend.Propose.URL+m.Extend.Propose.Path+"?type="+m.DefaultTypes[0].ID, &proposal)
	if len(proposal.Properties) == 0 {
		t.Errorf("no properties of a %s", m.DefaultTypes[0].ID)
	}
}

// FuzzReconcile sends anything as a batch, a query and an extension.
func FuzzReconcile(f *testing.F) {
	for _, text := range []string{
		`{"q0":{"query":"Utopia","type":["Country"],"limit":3,"type_strict":"all","properties":[{"pid":"^rap:party","v":[1,true,{"id":"x"}]}]}}`,
		`{"query":"Ministry of Justice","properties":[{"pid":"rdf:type","v":"Institution"}]}`,
		`{"q":{"properties":[{"pid":"rap:country","v":"Utopia"},{"pid":"dcterms:date","v":2019}]}}`,
		`{"ids":["country:UTO","\u0000","<>"],"properties":[{"id":"rap:cites","settings":{"show":"sources","limit":1}}]}`,
		"[[[", `{"a":null}`, `{"ids":[],"properties":[]}`, `{"q":{"query":"\ud800"}}`,
	} {
		f.Add(text)
	}
	h := serve(f, open(f), web.Options{Timeout: time.Minute})
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{"queries", "query", "extend"} {
			r := httptest.NewRequest(http.MethodPost, "/reconcile", strings.NewReader(url.Values{name: {text}}.Encode()))
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			check(t, text, ask(h, r))
		}
		check(t, text, get(h, "/reconcile/suggest/entity?"+url.Values{"prefix": {text}, "type": {text}}.Encode()))
		check(t, text, get(h, "/reconcile/suggest/property?"+url.Values{"prefix": {text}}.Encode()))
		check(t, text, get(h, "/reconcile/preview?"+url.Values{"id": {text}}.Encode()))
	})
}
