package web_test

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/internal/names"
	"rapporteur/internal/web"
)

// A tally is a meter that writes down what it is told.
type tally struct {
	mu               sync.Mutex
	told             []string
	running, waiting int
	refused          int
}

func (t *tally) tell(format string, args ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.told = append(t.told, fmt.Sprintf(format, args...))
}

func (t *tally) Request(method, route string, status, _ int, took time.Duration) {
	t.tell("%s %q %d %v", method, route, status, took > 0)
}
func (t *tally) Query(name string, status int, took time.Duration) {
	t.tell("query %s %d %v", name, status, took > 0)
}
func (t *tally) QueriesRunning(n int) { t.mu.Lock(); t.running += n; t.mu.Unlock() }
func (t *tally) QueriesWaiting(n int) { t.mu.Lock(); t.waiting += n; t.mu.Unlock() }
func (t *tally) QueryRefused()        { t.mu.Lock(); t.refused++; t.mu.Unlock() }

// figures shows what metrics may look like.
var figures = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	io.WriteString(w, "rapporteur_store_up 1\n")
})

// metered returns the handler on a graph with a meter and what shows figures.
func metered(t testing.TB, g web.Graph, m web.Meter, shows http.Handler, opts web.Options) http.Handler {
	t.Helper()
	sch := must(loadSchema())(t)
	set := must(loadQueries())(t)
	parts := web.Parts{Graph: g, Queries: set, Names: names.NewBook(g, sch), Schema: sch, Meter: m, Metrics: shows}
	return must(web.New(parts, opts))(t)
}

func TestMeterIsTold(t *testing.T) {
	m := &tally{}
	h := metered(t, open(t), m, nil, web.Options{})
	get(h, "/api/v1/queries/records")
	get(h, "/api/v1/queries/agreements-cited?country=Nowhere")
	get(h, "/api/v1/queries/no-such-query")
	get(h, "/api/v1/records/LHK/C/SR.7")
	get(h, "/no/such/address")
	post(h, "g.V().Limit(1).All()")
	post(h, "g.V(")
	want := []string{
		`query records 200 true`, `GET "/api/v1/queries/:name" 200 true`,
		`GET "/api/v1/queries/:name" 400 true`,
		`GET "/api/v1/queries/:name" 404 true`,
		`GET "/api/v1/records/*symbol" 200 true`,
		`GET "" 404 true`,
		`query gizmo 200 true`, `POST "/api/v1/gizmo" 200 true`,
		`POST "/api/v1/gizmo" 400 true`,
	}
	if !slices.Equal(m.told, want) {
		t.Errorf("told\n%s\nwant\n%s", strings.Join(m.told, "\n"), strings.Join(want, "\n"))
	}
	if m.running != 0 || m.waiting != 0 || m.refused != 0 {
		t.Errorf("at rest %d run, %d wait, %d were refused", m.running, m.waiting, m.refused)
	}
}

// TestMeterOfARefusedQuery has one query that takes the only slot, one that waits,
// and one more, which is sent away.
func TestMeterOfARefusedQuery(t *testing.T) {
	m := &tally{}
	g := slow{open(t), make(chan struct{}, 8), make(chan struct{})}
	opts := web.Options{Concurrent: 1, WaitingOfOne: 1, Timeout: time.Minute}
	opts.Limits.Rows = slowRows
	h := metered(t, g, m, nil, opts)
	var all sync.WaitGroup
	all.Go(func() { post(h, "g.V().All()") })
	<-g.running
	codes := make(chan int, 2)
	for n := range 2 {
		all.Go(func() { codes <- post(h, fmt.Sprintf("g.V().GetLimit(%d)", n+1)).Code })
	}
	if code := <-codes; code != http.StatusTooManyRequests {
		t.Errorf("status %d, want 429", code)
	}
	if m.mu.Lock(); m.running != 1 || m.waiting != 1 || m.refused != 1 {
		t.Errorf("%d run, %d wait, %d were refused; want one of each", m.running, m.waiting, m.refused)
	}
	m.mu.Unlock()
	close(g.release)
	all.Wait()
	if m.running != 0 || m.waiting != 0 {
		t.Errorf("at rest %d run, %d wait", m.running, m.waiting)
	}
}
