package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/internal/web"
	"rapporteur/queries/gizmo"
)

// postFrom asks from an address, what no other address asks.
func postFrom(h http.Handler, address string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, "/api/v1/gizmo", strings.NewReader("g.V().All() // "+address))
	r.RemoteAddr = address
	return ask(h, r)
}

// TestTooManyOfOneClient lets one client ask for more than may wait: it is sent away, by
// whichever address of its network it comes, and others are not.
func TestTooManyOfOneClient(t *testing.T) {
	g := slow{open(t), make(chan struct{}, 8), make(chan struct{})}
	h := serve(t, g, web.Options{Concurrent: 1, WaitingOfOne: 1, Timeout: time.Minute, Limits: gizmo.Limits{Rows: slowRows}})
	codes := make(chan int, 8)
	var all sync.WaitGroup
	start := func(address string) { all.Go(func() { codes <- postFrom(h, address).Code }) }
	start("[2001:db8::1]:1000")
	<-g.running // it has the slot
	start("[2001:db8::2]:1000")
	start("[2001:db8::3]:1000")
	if code := <-codes; code != http.StatusTooManyRequests {
		t.Errorf("status %d, want 429", code)
	}
	w := postFrom(h, "[2001:db8::4]:1000")
	if _, detail := problem(t, w); w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" || detail == "" {
		t.Errorf("%d %v %s", w.Code, w.Header(), w.Body)
	}
	start("[2001:db8:0:1::1]:1000") // another network
	start("192.0.2.1:1000")
	close(g.release)
	all.Wait()
	close(codes)
	for code := range codes {
		if code != http.StatusOK {
			t.Errorf("status %d for who may wait", code)
		}
	}
}

// TestReadsWaitTheirTurn asks Cayley's reading while the only slot is taken.
func TestReadsWaitTheirTurn(t *testing.T) {
	g := slow{open(t), make(chan struct{}, 8), make(chan struct{})}
	h := serve(t, struct {
		slow
		web.Quads
	}{g, open(t)}, web.Options{Concurrent: 1, WaitingOfOne: 1, Timeout: time.Minute, Limits: gizmo.Limits{Rows: slowRows}})
	var all sync.WaitGroup
	all.Go(func() { postFrom(h, "192.0.2.1:1") })
	<-g.running
	codes := make(chan int, 2)
	for range cap(codes) {
		all.Go(func() { codes <- get(h, "/api/v2/read").Code })
	}
	if code := <-codes; code != http.StatusTooManyRequests {
		t.Errorf("status %d, want 429 as another of the client waits", code)
	}
	close(g.release)
	if code := <-codes; code != http.StatusOK {
		t.Errorf("status %d, want 200 in its turn", code)
	}
	all.Wait()
}
