package web_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"rapporteur/internal/web"
)

func logTo(b *strings.Builder) *slog.Logger { return slog.New(slog.NewJSONHandler(b, nil)) }

func TestNewNeedsAll(t *testing.T) {
	if _, err := web.New(web.Parts{}, web.Options{}); err == nil {
		t.Error("New without anything gives no error")
	}
}

// TestQueryList checks that every query is there with all that a form needs.
func TestQueryList(t *testing.T) {
	w := get(fixed(t), "/api/v1/queries")
	var got struct {
		Queries []struct {
			Name, Title, Description, Gizmo, Href string
			Parameters                            []struct {
				Name, Type, Help, Default string
				Choices                   []struct{ Word string }
			}
			Columns []struct{ Name, Title, Type string }
		}
	}
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	all := must(loadQueries())(t).All()
	if len(got.Queries) != len(all) || len(all) == 0 {
		t.Fatalf("%d queries, want %d", len(got.Queries), len(all))
	}
	for i, q := range got.Queries {
		if q.Name != all[i].Name || q.Title == "" || q.Description == "" || !strings.Contains(q.Gizmo, "g.V(") || len(q.Columns) == 0 {
			t.Errorf("query %d: %+v", i, q)
		}
		if q.Href != "/api/v1/queries/"+q.Name || len(q.Parameters) != len(all[i].Parameters) {
			t.Errorf("%s: %s, %d parameters", q.Name, q.Href, len(q.Parameters))
		}
	}
}

func TestHeaders(t *testing.T) {
	h := fixed(t)
	for _, target := range []string{"/", "/static/style.css", "/api/v1/queries", "/healthz", "/nowhere", "/records/none"} {
		w := get(h, target)
		for name, want := range map[string]string{
			"Content-Security-Policy":    "default-src 'none'",
			"X-Content-Type-Options":     "nosniff",
			"Referrer-Policy":            "no-referrer",
			"Permissions-Policy":         "geolocation=()",
			"Cross-Origin-Opener-Policy": "same-origin",
			"X-Request-Id":               "",
		} {
			if got := w.Header().Get(name); got == "" || !strings.Contains(got, want) {
				t.Errorf("%s: %s is %q", target, name, got)
			}
		}
		csp := w.Header().Get("Content-Security-Policy")
		if strings.Contains(csp, "unsafe") || !strings.Contains(csp, "frame-ancestors 'none'") {
			t.Errorf("%s: policy %q", target, csp)
		}
	}
}

func TestRequestID(t *testing.T) {
	h := fixed(t)
	for sent, kept := range map[string]bool{"abc-1.2_3": true, "": false, "two words": false, "<x>": false, strings.Repeat("x", 65): false} {
		r := httptest.NewRequest(http.MethodGet, "/healthz", nil)
		r.Header.Set("X-Request-Id", sent)
		if got := ask(h, r).Header().Get("X-Request-Id"); (got == sent) != kept || got == "" {
			t.Errorf("sent %q, answered %q", sent, got)
		}
	}
}

func TestAccessLog(t *testing.T) {
	var log strings.Builder
	h := serve(t, open(t), web.Options{Log: logTo(&log)})
	w := get(h, "/api/v1/records/LHK/C/SR.7%0Alevel=x?x=1")
	var line struct {
		Method, Path string
		Status       int
		Bytes        int
		Duration     *int64
		RequestID    string `json:"request_id"`
	}
	if err := json.Unmarshal([]byte(log.String()), &line); err != nil {
		t.Fatalf("%v in %s", err, log.String())
	}
	if line.Method != "GET" || line.Path != "/api/v1/records/LHK/C/SR.7\nlevel=x" || line.Status != w.Code || line.Bytes != w.Body.Len() ||
		line.Duration == nil || line.RequestID != w.Header().Get("X-Request-Id") {
		t.Errorf("log %s for answer %d with %d bytes", log.String(), w.Code, w.Body.Len())
	}
}

func TestHead(t *testing.T) {
	server := httptest.NewServer(fixed(t))
	defer server.Close()
	for _, path := range []string{"/", "/api/v1/queries", "/api/v1/records/LHK/C/SR.7", "/healthz"} {
		r := must(http.Head(server.URL + path))(t)
		r.Body.Close()
		if r.StatusCode != 200 || r.ContentLength <= 0 {
			t.Errorf("HEAD %s: %d, length %d", path, r.StatusCode, r.ContentLength)
		}
	}
}

// TestAtTheSameTime asks everything at the same time; the race detector looks on.
func TestAtTheSameTime(t *testing.T) {
	h := serve(t, open(t), web.Options{Concurrent: 2})
	targets := []string{
		"/", "/api/v1/queries", "/api/v1/queries/agreements-cited?country=Utopia", "/api/v1/entities?q=lamp",
		"/api/v1/entities/agreement:iclk", "/api/v1/records", "/api/v1/records/LHK/C/SR.7", "/api/v1/graph?center=Utopia&depth=2",
		"/records/LHK/C/SR.12", "/readyz", "/nowhere",
	}
	want := map[string]string{}
	for _, target := range targets {
		want[target] = answerOf(h, target)
	}
	var all sync.WaitGroup
	for range 4 {
		for _, target := range targets {
			all.Go(func() {
				if got := answerOf(h, target); got != want[target] {
					t.Errorf("%s: answers differ:\n%s\n%s", target, got, want[target])
				}
			})
		}
	}
	all.Wait()
}

func answerOf(h http.Handler, target string) string {
	r := httptest.NewRequest(http.MethodGet, target, nil)
	r.Header.Set("X-Request-Id", "same")
	w := ask(h, r)
	return fmt.Sprint(w.Code, w.Body)
}
