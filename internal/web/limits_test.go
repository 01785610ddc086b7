package web_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/internal/web"
	"rapporteur/queries/gizmo"
)

// everywhere walks from every node to every node that four steps reach, and so
// has more rows than anybody can wait for.
const everywhere = `g.V().Both().Both().Both().Both().Both().Both().Both().Both().Count()`

func post(h http.Handler, query string) *httptest.ResponseRecorder {
	return ask(h, httptest.NewRequest(http.MethodPost, "/api/v1/gizmo", strings.NewReader(query)))
}

// problem reads a problem document and checks that it is one.
func problem(t *testing.T, w *httptest.ResponseRecorder) (title, detail string) {
	t.Helper()
	var p struct {
		Type, Title, Detail string
		Status              int
	}
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
		t.Fatalf("%s: %v", w.Body, err)
	}
	if got := w.Header().Get("Content-Type"); got != "application/problem+json" || p.Status != w.Code || p.Type != "about:blank" {
		t.Errorf("%d %s: %s is not a problem document", w.Code, got, w.Body)
	}
	return p.Title, p.Detail
}

func TestLimitsStopQueries(t *testing.T) {
	const far = 1 << 40
	tests := []struct {
		name   string
		opts   web.Options
		query  string
		status int
		says   string
	}{
		{"steps", web.Options{Timeout: time.Minute, Limits: gizmo.Limits{Steps: 10_000}}, everywhere, 422, "10000 steps"},
		{"bytes", web.Options{Timeout: time.Minute, Limits: gizmo.Limits{Bytes: 10_000}}, "g.V().Out().All()", 422, "10000 bytes"},
		{"time", web.Options{Timeout: 50 * time.Millisecond, Limits: gizmo.Limits{Steps: far, Bytes: far}}, everywhere, 504, "out of time"},
	}
	s := open(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := post(serve(t, s, tt.opts), tt.query)
			if w.Code != tt.status {
				t.Fatalf("status %d, want %d: %s", w.Code, tt.status, w.Body)
			}
			if _, detail := problem(t, w); !strings.Contains(detail, tt.says) {
				t.Errorf("detail %q does not say %q", detail, tt.says)
			}
		})
	}
}

func TestRowsAreCutAndSaidSo(t *testing.T) {
	w := post(serve(t, open(t), web.Options{Limits: gizmo.Limits{Rows: 3}}), "g.V().All()")
	var got struct {
		Rows      []any
		Truncated bool
	}
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Rows) != 3 || !got.Truncated {
		t.Errorf("%d rows, truncated %v; want 3 and true", len(got.Rows), got.Truncated)
	}
}

func TestTruncatedCSVSaysSo(t *testing.T) {
	h := serve(t, open(t), web.Options{Limits: gizmo.Limits{Rows: 1}})
	w := get(h, "/api/v1/gizmo?query=g.V().All()&format=csv")
	if w.Code != 200 || w.Header().Get("Rapporteur-Truncated") != "rows" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
}

func TestLargeBodyIsRefused(t *testing.T) {
	h := serve(t, open(t), web.Options{Body: 100})
	w := post(h, strings.Repeat(" ", 101))
	if title, _ := problem(t, w); w.Code != http.StatusRequestEntityTooLarge || title == "" {
		t.Errorf("status %d", w.Code)
	}
}

func TestQueryThatIsNotText(t *testing.T) {
	w := post(fixed(t), "g.V('\xff').All()")
	if _, detail := problem(t, w); w.Code != 400 || !strings.Contains(detail, "UTF-8") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// A stuck graph answers nothing before the deadline.
type stuck struct {
	web.Graph
	running chan struct{} // receives one element for each query that begins
}

func (s stuck) Run(ctx context.Context, _ *gizmo.Program, _ gizmo.Limits) (*gizmo.Result, error) {
	s.running <- struct{}{}
	<-ctx.Done()
	return nil, fmt.Errorf("stuck: %w", ctx.Err())
}

func TestQueriesWaitTheirTurn(t *testing.T) {
	g := stuck{open(t), make(chan struct{}, 8)}
	h := serve(t, g, web.Options{Concurrent: 1, Timeout: 100 * time.Millisecond})
	codes := make(chan int, 4)
	var all sync.WaitGroup
	for range cap(codes) {
		all.Go(func() { codes <- post(h, "g.V().All()").Code })
	}
	all.Wait()
	close(codes)
	seen := map[int]int{}
	for code := range codes {
		seen[code]++
	}
	// Whoever waits gives up at the deadline at which the first is stopped; one
	// that gets the slot just then is stopped at once.
	if seen[http.StatusGatewayTimeout] == 0 || seen[http.StatusGatewayTimeout]+seen[http.StatusServiceUnavailable] != 4 {
		t.Errorf("statuses %v, want one 504 at least and 503 for the others", seen)
	}
}

// A broken graph fails, or panics, with words that nobody else may read.
type broken struct {
	web.Graph
	panics bool
}

const secret = "/var/lib/secret/data.bolt"

func (b broken) Run(context.Context, *gizmo.Program, gizmo.Limits) (*gizmo.Result, error) {
	if b.panics {
		panic(secret)
	}
	return nil, errors.New("cannot read " + secret)
}

func TestInternalErrorsStayInside(t *testing.T) {
	targets := []string{
		"/api/v1/queries/records", "/api/v1/entities", "/api/v1/entities/country:UTO", "/api/v1/records",
		"/api/v1/records/LHK/C/SR.7", "/api/v1/graph?center=Utopia", "/readyz",
	}
	for _, panics := range []bool{false, true} {
		var log strings.Builder
		h := serve(t, broken{open(t), panics}, web.Options{Log: logTo(&log)})
		for _, target := range targets {
			w := get(h, target)
			want := http.StatusInternalServerError
			if target == "/readyz" && !panics {
				want = http.StatusServiceUnavailable
			}
			if w.Code != want {
				t.Errorf("%s: status %d, want %d", target, w.Code, want)
			}
			if strings.Contains(w.Body.String(), secret) {
				t.Errorf("%s tells what is inside: %s", target, w.Body)
			}
		}
		if w := get(h, "/healthz"); w.Code != 200 {
			t.Errorf("/healthz: %d", w.Code)
		}
		if n := strings.Count(log.String(), secret); n < len(targets) {
			t.Errorf("the log names the cause %d times, want %d", n, len(targets))
		}
	}
}
