package web_test

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rapporteur/graph/store/storetest"
	"rapporteur/internal/web"
	"rapporteur/queries/gizmo"
)

// TestEmptyStoreHasNoExamples asks before anything is loaded: numbers are 0, lists are
// empty, and nothing is null but the dates.
func TestEmptyStoreHasNoExamples(t *testing.T) {
	h := serve(t, storetest.Open(t), web.Options{})
	if w := get(h, "/api/v1/examples"); w.Code != 200 || strings.Join(strings.Fields(w.Body.String()), "") != `{"examples":[]}` {
		t.Errorf("examples: %d %s", w.Code, w.Body)
	}
	var got map[string]json.RawMessage
	if err := json.Unmarshal(get(h, "/api/v1/corpus").Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"records": "0", "undated": "0", "first": "null", "paragraphs": "0", "entities": "0", "bodies": "[]", "states": "[]"} {
		if string(got[name]) != want {
			t.Errorf("%s is %s, want %s", name, got[name], want)
		}
	}
}

// TestCorpusOfALargeStore checks that too much to count is no fault: it is null, and
// there are no examples but those that cost little.
func TestCorpusOfALargeStore(t *testing.T) {
	s := open(t)
	h := serve(t, s, web.Options{Limits: gizmo.Limits{Steps: 1}})
	var got struct {
		Records, Undated, Paragraphs, Spoken *int
		Bodies, States                       []any
		Entities                             int
	}
	w := get(h, "/api/v1/corpus")
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || w.Code != 200 {
		t.Fatalf("%d %v", w.Code, err)
	}
	if got.Records != nil || got.Undated != nil || got.Paragraphs != nil || got.Spoken != nil || got.Bodies != nil || got.States != nil || got.Entities == 0 {
		t.Errorf("%s", w.Body)
	}
	if w := get(h, "/api/v1/examples"); w.Code != 200 || strings.Join(strings.Fields(w.Body.String()), "") != `{"examples":[]}` {
		t.Errorf("examples: %d %s", w.Code, w.Body)
	}
}

// TestCorpusIsReadOnce asks again: the answers are kept until the graph changes.
func TestCorpusIsReadOnce(t *testing.T) {
	s := open(t)
	var runs atomic.Int64
	h := serve(t, counted{s, &runs}, web.Options{})
	for _, target := range []string{"/api/v1/corpus", "/api/v1/examples"} {
		first := get(h, target)
		before := runs.Load()
		if again := get(h, target); again.Body.String() != first.Body.String() || runs.Load() != before {
			t.Errorf("%s: %d programs ran for the second answer", target, runs.Load()-before)
		}
	}
	addRecord(t, s, "LHK/C/SR.99")
	if w := get(h, "/api/v1/corpus"); !strings.Contains(w.Body.String(), `"records": 4`) {
		t.Errorf("after a write: %s", w.Body)
	}
}

// TestExamplesHaveRows asks each example for its answer.
func TestExamplesHaveRows(t *testing.T) {
	h := fixed(t)
	var list struct {
		Examples []struct{ Question, Href string }
	}
	if err := json.Unmarshal(get(h, "/api/v1/examples").Body.Bytes(), &list); err != nil || len(list.Examples) < 2 {
		t.Fatalf("%v %v", list, err)
	}
	for _, e := range list.Examples {
		var answer struct{ Rows []any }
		w := get(h, e.Href)
		if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || w.Code != 200 || len(answer.Rows) == 0 {
			t.Errorf("%s: %s: %d, %d rows, %v", e.Question, e.Href, w.Code, len(answer.Rows), err)
		}
		if strings.ContainsAny(e.Question, "{}") {
			t.Errorf("a placeholder is left in %q", e.Question)
		}
	}
}

// A tiring graph answers so many queries of clients, and then none before the deadline.
type tiring struct {
	web.Graph
	left *atomic.Int64
}

func (g tiring) Run(ctx context.Context, p *gizmo.Program, lim gizmo.Limits) (*gizmo.Result, error) {
	if ofClients(lim) && g.left.Add(-1) < 0 {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	return g.Graph.Run(ctx, p, lim)
}

// TestExamplesTakeTheirTime asks a store so slow that the time is over after a few
// queries: what was found is an answer, and nothing found is none to be kept.
func TestExamplesTakeTheirTime(t *testing.T) {
	var left atomic.Int64
	h := serve(t, tiring{open(t), &left}, web.Options{Timeout: time.Second, Limits: gizmo.Limits{Rows: slowRows}})
	get(h, "/api/v1/entities") // reads the names
	if w := get(h, "/api/v1/examples"); w.Code != http.StatusGatewayTimeout {
		t.Errorf("no example: %d %s", w.Code, w.Body)
	}
	left.Store(2)
	if w := get(h, "/api/v1/examples"); w.Code != 200 || !strings.Contains(w.Body.String(), `"query": "agreements-cited"`) {
		t.Errorf("few examples: %d %s", w.Code, w.Body)
	}
}

// TestCorpusOfABrokenStore checks that a fault of the store is not taken for a store
// that is too large.
func TestCorpusOfABrokenStore(t *testing.T) {
	h := serve(t, broken{open(t), false}, web.Options{})
	for _, target := range []string{"/api/v1/corpus", "/api/v1/examples"} {
		if w := get(h, target); w.Code < 500 || strings.Contains(w.Body.String(), secret) {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
	}
}
