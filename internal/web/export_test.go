package web_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/internal/web"
)

// A changedStore is a store whose views are changed on the way.
type changedStore struct {
	*store.Store
	change func(graph.View) graph.View
}

func (s changedStore) View(ctx context.Context, read func(graph.View) error) error {
	return s.Store.View(ctx, func(v graph.View) error { return read(s.change(v)) })
}

// A brokenView fails behind its last subject.
type brokenView struct {
	graph.View
	err error
}

func (v brokenView) Subjects(yield func(quad.IRI) error) error {
	for range 100 { // more than what is written at once
		if err := v.View.Subjects(yield); err != nil {
			return err
		}
	}
	return v.err
}

// What breaks off under way is not taken for the whole.
func TestExportThatFailsUnderWayIsCut(t *testing.T) {
	s := changedStore{open(t), func(v graph.View) graph.View { return brokenView{v, errors.New("the disk is gone")} }}
	server := httptest.NewServer(serve(t, s, web.Options{}))
	defer server.Close()
	r, err := http.Get(server.URL + "/api/v1/export")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if r.StatusCode != http.StatusOK || len(body) == 0 || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("%s, %d bytes, %v; want %v under way", r.Status, len(body), err, io.ErrUnexpectedEOF)
	}
	if strings.Contains(string(body), "disk") {
		t.Errorf("the answer tells what is inside: %s", body)
	}
}

// So is what panics under way.
func TestExportThatPanicsUnderWayIsCut(t *testing.T) {
	s := changedStore{open(t), func(v graph.View) graph.View { return panicView{v} }}
	var log strings.Builder
	server := httptest.NewServer(serve(t, s, web.Options{Log: logTo(&log)}))
	r, err := http.Get(server.URL + "/api/v1/export")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if body, err := io.ReadAll(r.Body); r.StatusCode != http.StatusOK || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("%s, %d bytes, %v; want %v under way", r.Status, len(body), err, io.ErrUnexpectedEOF)
	}
	server.Close() // and nothing more is logged
	if !strings.Contains(log.String(), `"route":"/api/v1/export"`) {
		t.Errorf("the log has no line of it: %s", &log)
	}
}

// A panicView panics behind its last subject.
type panicView struct{ graph.View }

func (v panicView) Subjects(yield func(quad.IRI) error) error {
	err := brokenView{v.View, nil}.Subjects(yield)
	panic(err)
}

// What fails before the first byte is told.
func TestExportThatFailsAtOnceIsAProblem(t *testing.T) {
	s := changedStore{open(t), func(v graph.View) graph.View { return unreadView{v} }}
	w := get(serve(t, s, web.Options{}), "/api/v1/export")
	if _, detail := problem(t, w); w.Code != http.StatusInternalServerError || strings.Contains(detail, "disk") {
		t.Errorf("%d %s", w.Code, detail)
	}
	if got := w.Header().Get("Content-Disposition"); got != "" {
		t.Errorf("a problem is no file %q", got)
	}
}

// An unreadView cannot be read.
type unreadView struct{ graph.View }

func (unreadView) Match(quad.Quad, func(quad.Quad) error) error {
	return errors.New("the disk is gone")
}

func TestExportRunsOutOfTime(t *testing.T) {
	w := get(serve(t, open(t), web.Options{ExportTimeout: time.Nanosecond}), "/api/v1/export")
	if _, detail := problem(t, w); w.Code != http.StatusGatewayTimeout || !strings.Contains(detail, "export ran out of time") {
		t.Errorf("%d %s", w.Code, detail)
	}
}

// The time of other requests does not count for exports.
func TestExportHasItsOwnTime(t *testing.T) {
	w := get(serve(t, open(t), web.Options{Timeout: time.Nanosecond}), "/api/v1/export")
	if w.Code != http.StatusOK {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestTooManyExports(t *testing.T) {
	began, goOn := make(chan struct{}), make(chan struct{})
	s := changedStore{open(t), func(v graph.View) graph.View {
		began <- struct{}{}
		<-goOn
		return v
	}}
	h := serve(t, s, web.Options{Exports: 1})
	first := make(chan *httptest.ResponseRecorder)
	go func() { first <- get(h, "/api/v1/export") }()
	<-began
	w := get(h, "/api/v1/export")
	if _, detail := problem(t, w); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" || !strings.Contains(detail, "exports") {
		t.Errorf("%d %s", w.Code, detail)
	}
	close(goOn)
	if w := <-first; w.Code != http.StatusOK || w.Body.Len() == 0 {
		t.Errorf("%d with %d bytes", w.Code, w.Body.Len())
	}
}

// One client leaves a slot to others.
func TestExportsOfOneClient(t *testing.T) {
	began, goOn := make(chan struct{}), make(chan struct{})
	s := changedStore{open(t), func(v graph.View) graph.View {
		began <- struct{}{}
		<-goOn
		return v
	}}
	h := serve(t, s, web.Options{Exports: 2})
	from := func(address string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, "/api/v1/export", nil)
		r.RemoteAddr = address
		return ask(h, r)
	}
	answers := make(chan int, 2)
	go func() { answers <- from("192.0.2.1:1000").Code }()
	<-began
	if w := from("192.0.2.1:1001"); w.Code != http.StatusServiceUnavailable {
		t.Errorf("a second one of the same client: %d", w.Code)
	}
	go func() { answers <- from("192.0.2.2:1000").Code }()
	<-began
	if w := from("192.0.2.3:1000"); w.Code != http.StatusServiceUnavailable {
		t.Errorf("a third one: %d", w.Code)
	}
	close(goOn)
	for range 2 {
		if code := <-answers; code != http.StatusOK {
			t.Errorf("status %d", code)
		}
	}
	go func() { <-began }()
	if w := from("192.0.2.1:1002"); w.Code != http.StatusOK {
		t.Errorf("one after the others: %d", w.Code)
	}
}

// A client that reads no further loses its export, and with it the slot.
func TestExportNobodyReadsIsCutOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := changedStore{open(t), func(v graph.View) graph.View { return endlessView{v} }}
		h := serve(t, s, web.Options{Exports: 1})
		l := pipes{make(chan net.Conn), make(chan struct{})}
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- web.Serve(ctx, l, web.Server("", h), time.Minute) }()
		client, server := net.Pipe()
		l.ends <- server
		start := time.Now()
		io.WriteString(client, "GET /api/v1/export HTTP/1.1\r\nHost: x\r\n\r\n")
		r, err := http.ReadResponse(bufio.NewReader(client), nil)
		if err != nil || r.StatusCode != http.StatusOK {
			t.Fatalf("%v %v", r, err)
		}
		cancel() // and the server ends when its requests have
		if err := <-ended; err != nil {
			t.Error(err)
		}
		if took := time.Since(start); took > 40*time.Second {
			t.Errorf("it ended after %s", took)
		}
		client.Close()
	})
}

// An endlessView has no last subject.
type endlessView struct{ graph.View }

func (v endlessView) Subjects(yield func(quad.IRI) error) error {
	for {
		if err := v.View.Subjects(yield); err != nil {
			return err
		}
	}
}

func TestNothingToExport(t *testing.T) {
	w := get(serve(t, queriesOnly{open(t)}, web.Options{}), "/api/v1/export")
	if _, detail := problem(t, w); w.Code != http.StatusNotFound || !strings.Contains(detail, "exports nothing") {
		t.Errorf("%d %s", w.Code, detail)
	}
}

// A queriesOnly answers queries and exports nothing.
type queriesOnly struct{ web.Graph }

func TestExportIsAFile(t *testing.T) {
	h := fixed(t)
	for format, name := range map[string]string{"nquads": "rapporteur.nq", "csv": "rapporteur.csv.zip", "ftm": "rapporteur.ftm.json"} {
		w := get(h, "/api/v1/export?format="+format)
		if got, want := w.Header().Get("Content-Disposition"), "attachment; filename="+name; got != want {
			t.Errorf("%s: Content-Disposition %q, want %q", format, got, want)
		}
	}
}
