package web_test

import (
	"context"
	"io"
	"net"
	"net/http"
	"testing"
	"time"

	"rapporteur/internal/web"
)

// serveUntil serves h until the returned function is called, which gives the
// error of Serve.
func serveUntil(t *testing.T, h http.Handler, grace time.Duration) (url string, stop func() error) {
	t.Helper()
	l := must(net.Listen("tcp", "127.0.0.1:0"))(t)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- web.Serve(ctx, l, web.Server(l.Addr().String(), h), grace) }()
	return "http://" + l.Addr().String(), func() error {
		cancel()
		return <-ended
	}
}

func TestServeEndsRequestsUnderWay(t *testing.T) {
	begun, end := make(chan struct{}), make(chan struct{})
	url, stop := serveUntil(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(begun)
		<-end
		io.WriteString(w, "whole")
	}), time.Minute)
	answer := make(chan string, 1)
	go func() {
		r, err := http.Get(url)
		if err != nil {
			answer <- err.Error()
			return
		}
		defer r.Body.Close()
		body, _ := io.ReadAll(r.Body)
		answer <- string(body)
	}()
	<-begun
	stopped := make(chan error, 1)
	go func() { stopped <- stop() }()
	close(end)
	if got := <-answer; got != "whole" {
		t.Errorf("answer %q", got)
	}
	if err := <-stopped; err != nil {
		t.Errorf("Serve: %v", err)
	}
	if _, err := http.Get(url); err == nil {
		t.Error("the server answers after its end")
	}
}

func TestServeCutsOffAfterGrace(t *testing.T) {
	begun := make(chan struct{})
	url, stop := serveUntil(t, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		close(begun)
		<-r.Context().Done()
	}), time.Millisecond)
	go http.Get(url)
	<-begun
	if err := stop(); err == nil {
		t.Error("Serve says nothing of the request that it cut off")
	}
}

func TestServeFailsWithListener(t *testing.T) {
	l := must(net.Listen("tcp", "127.0.0.1:0"))(t)
	l.Close()
	if err := web.Serve(context.Background(), l, web.Server("", http.NotFoundHandler()), 0); err == nil {
		t.Error("Serve on a closed listener gives no error")
	}
}
