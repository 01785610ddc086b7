package web_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/internal/web"
	"rapporteur/queries/gizmo"
)

// A slow graph keeps what clients ask for until it is let go; the server's own
// reading goes through.
type slow struct {
	web.Graph
	running chan struct{} // receives an element for each query that begins
	release chan struct{}
}

func (s slow) Run(ctx context.Context, p *gizmo.Program, lim gizmo.Limits) (*gizmo.Result, error) {
	if ofClients(lim) {
		s.running <- struct{}{}
		select {
		case <-s.release:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	return s.Graph.Run(ctx, p, lim)
}

// slowRows marks the programs of clients.
const slowRows = 77

// ofClients tells the limits of what clients ask, in words of their own or by name.
func ofClients(lim gizmo.Limits) bool { return lim.Rows == slowRows || lim.Rows == 5*slowRows }

// TestReadyWhenBusy takes all slots with queries: the store answers all the same.
func TestReadyWhenBusy(t *testing.T) {
	g := slow{open(t), make(chan struct{}), make(chan struct{})}
	h := serve(t, g, web.Options{Concurrent: 1, Timeout: time.Minute, Limits: gizmo.Limits{Rows: slowRows}})
	var all sync.WaitGroup
	all.Go(func() { post(h, "g.V().All()") })
	<-g.running
	if w := get(h, "/readyz"); w.Code != 200 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	close(g.release)
	all.Wait()
}

// TestReadyGivesUp asks a store that does not answer: the answer does not take as
// long as queries may.
func TestReadyGivesUp(t *testing.T) {
	g := stuck{open(t), make(chan struct{}, 8)}
	w := get(serve(t, g, web.Options{Timeout: 24 * time.Hour}), "/readyz")
	if _, detail := problem(t, w); w.Code != http.StatusServiceUnavailable || detail != "the store does not answer" {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// TestNamesAreBeingRead asks before the names of a store are known.
func TestNamesAreBeingRead(t *testing.T) {
	g := stuck{open(t), make(chan struct{}, 8)}
	w := get(serve(t, g, web.Options{Timeout: time.Millisecond}), "/api/v1/entities")
	if _, detail := problem(t, w); w.Code != http.StatusServiceUnavailable || !strings.Contains(detail, "still reading") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// TestAnswersMayTakeTheirTimeout gives queries longer than the server gives
// handlers to write.
func TestAnswersMayTakeTheirTimeout(t *testing.T) {
	g := slow{open(t), make(chan struct{}, 1), make(chan struct{})}
	h := serve(t, g, web.Options{Timeout: time.Minute, Limits: gizmo.Limits{Rows: slowRows}})
	server := web.Server("", h)
	server.WriteTimeout = time.Millisecond
	l := must(net.Listen("tcp", "127.0.0.1:0"))(t)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- web.Serve(ctx, l, server, time.Minute) }()
	go func() {
		<-g.running
		time.Sleep(10 * server.WriteTimeout)
		close(g.release)
	}()
	if err := askFor(fmt.Sprintf("http://%s/api/v1/gizmo", l.Addr())); err != nil {
		t.Error(err)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// askFor sends a query to an address and reads its answer whole.
func askFor(url string) error {
	r, err := http.Post(url, "text/plain", strings.NewReader("g.V().All()"))
	if err != nil {
		return err
	}
	defer r.Body.Close()
	if body, err := io.ReadAll(r.Body); err != nil || r.StatusCode != 200 {
		return errors.Join(err, fmt.Errorf("status %d: %s", r.StatusCode, body))
	}
	return nil
}
