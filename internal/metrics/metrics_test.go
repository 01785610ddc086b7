package metrics_test

import (
	"context"
	"errors"
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/prometheus/client_golang/prometheus/testutil/promlint"

	"rapporteur/internal/metrics"
)

var update = flag.Bool("update", false, "rewrite testdata/*.golden")

// A clock stands still until it is moved.
type clock struct{ t time.Time }

func (c *clock) now() time.Time { return c.t }

// A store counts how often it is asked.
type store struct {
	state string
	size  metrics.Size
	err   error
	asked int
}

func (s *store) State() string { return s.state }

func (s *store) Size(context.Context) (metrics.Size, error) {
	s.asked++
	return s.size, s.err
}

func show(t *testing.T, m *metrics.Metrics) string {
	t.Helper()
	w := httptest.NewRecorder()
	m.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	if w.Code != http.StatusOK {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	return w.Body.String()
}

// line returns the line of a figure, "" where it is not shown.
func line(text, name string) string {
	for l := range strings.Lines(text) {
		if strings.HasPrefix(l, name+" ") {
			return strings.TrimSpace(l)
		}
	}
	return ""
}

// TestFigures compares what is shown after some work with testdata/figures.golden,
// without the runtime's figures.
func TestFigures(t *testing.T) {
	c := &clock{time.UnixMilli(1_700_000_000_500)}
	m := metrics.New(metrics.Options{
		Build: metrics.Build{Version: "v1.2.3", Commit: "abc", Go: "go1.26"},
		Store: &store{state: "1", size: metrics.Size{Records: 2, Quads: 300, Bytes: 4096}},
		Now:   c.now,
	})
	m.Request("GET", "/api/v1/queries/:name", 200, 100, 3*time.Millisecond)
	m.Request("GET", "/api/v1/queries/:name", 304, 0, time.Millisecond/2)
	m.Request("BREW", "", 404, 50, time.Millisecond)
	m.Query("records", 200, 40*time.Millisecond)
	m.Query("gizmo", 504, 5*time.Second)
	m.QueriesRunning(2)
	m.QueriesRunning(-1)
	m.QueriesWaiting(3)
	m.QueryRefused()
	m.Ingested("added", true)
	c.t = c.t.Add(time.Hour)
	m.Ingested("failed", false)

	text := show(t, m)
	got := strings.Join(regexp.MustCompile(`(?m)^(# (HELP|TYPE) )?rapporteur_.*\n`).FindAllString(text, -1), "")
	const golden = "testdata/figures.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
	problems, err := promlint.New(strings.NewReader(text)).Lint()
	if err != nil || len(problems) > 0 {
		t.Errorf("%v, problems %v", err, problems)
	}
	for _, name := range []string{"go_goroutines", "process_start_time_seconds"} {
		if line(text, name) == "" {
			t.Errorf("%s is not shown", name)
		}
	}
}

// TestLabelsAreFew sends what clients may: it makes no new series.
func TestLabelsAreFew(t *testing.T) {
	m := metrics.New(metrics.Options{Now: time.Now})
	for _, method := range []string{"A", "B", "get", "\xff", ""} {
		for _, status := range []int{0, -1, 99, 600, 12345} {
			m.Request(method, "", status, 0, 0)
		}
	}
	if n := strings.Count(show(t, m), "rapporteur_http_request_duration_seconds_count{"); n != 1 {
		t.Errorf("%d series, want 1", n)
	}
}

// TestSizeIsAskedSeldom checks that a store is asked after writes only, and then
// not at every turn.
func TestSizeIsAskedSeldom(t *testing.T) {
	c, s := &clock{time.Unix(0, 0)}, &store{state: "1"}
	m := metrics.New(metrics.Options{Store: s, Now: c.now})
	turns := []struct {
		later time.Duration
		state string
		asked int
	}{
		{0, "1", 1}, {time.Hour, "1", 1}, {0, "2", 2}, {time.Second, "3", 2}, {time.Second, "3", 2}, {10 * time.Second, "3", 3}, {time.Hour, "3", 3},
	}
	for i, turn := range turns {
		c.t, s.state, s.size.Records = c.t.Add(turn.later), turn.state, s.asked+1
		text := show(t, m)
		if s.asked != turn.asked {
			t.Errorf("turn %d: asked %d times, want %d", i, s.asked, turn.asked)
		}
		if line(text, "rapporteur_store_up") != "rapporteur_store_up 1" {
			t.Errorf("turn %d: the store is not up", i)
		}
	}
}

// TestStoreDown has a store that fails, then one that answers again.
func TestStoreDown(t *testing.T) {
	s := &store{state: "1", err: errors.New("no such disk")}
	m := metrics.New(metrics.Options{Store: s, Now: time.Now})
	text := show(t, m)
	if line(text, "rapporteur_store_up") != "rapporteur_store_up 0" || line(text, "rapporteur_store_records") != "" || strings.Contains(text, "disk") {
		t.Errorf("of a store that fails:\n%s", text)
	}
	s.err = nil
	if text := show(t, m); line(text, "rapporteur_store_up") != "rapporteur_store_up 1" || line(text, "rapporteur_store_records") != "rapporteur_store_records 0" {
		t.Errorf("of a store that answers again:\n%s", text)
	}
}
