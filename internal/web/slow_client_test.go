package web_test

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"rapporteur/internal/web"
)

// A pipe listener accepts the far ends of pipes.
type pipes struct {
	ends   chan net.Conn
	closed chan struct{}
}

func (p pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.ends:
		return c, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p pipes) Close() error {
	select {
	case <-p.closed:
	default:
		close(p.closed)
	}
	return nil
}

func (p pipes) Addr() net.Addr { return &net.TCPAddr{} }

// connected calls do with a connection to a server, in a time of its own that
// passes as soon as everybody waits.
func connected(t *testing.T, do func(net.Conn)) {
	synctest.Test(t, func(t *testing.T) {
		l := pipes{make(chan net.Conn), make(chan struct{})}
		h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if _, err := io.Copy(io.Discard, r.Body); err != nil {
				w.WriteHeader(http.StatusRequestTimeout)
			}
		})
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- web.Serve(ctx, l, web.Server("", h), time.Minute) }()
		client, server := net.Pipe()
		l.ends <- server
		do(client)
		client.Close()
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
}

// drip writes a byte a second until it cannot.
func drip(c net.Conn, text string) {
	for {
		for i := range len(text) {
			if _, err := c.Write([]byte{text[i]}); err != nil {
				return
			}
			time.Sleep(time.Second)
		}
	}
}

// TestSlowClientsAreCutOff has clients that never come to an end: each loses its
// connection, however much it sends meanwhile.
func TestSlowClientsAreCutOff(t *testing.T) {
	tests := []struct {
		name  string
		sends func(net.Conn)
		limit time.Duration
	}{
		{"says nothing", func(net.Conn) {}, 5 * time.Second},
		{"drips its head", func(c net.Conn) { io.WriteString(c, "GET / HTTP/1.1\r\nHost: x\r\n"); drip(c, "X: y\r\n") }, 6 * time.Second},
		{"drips its body", func(c net.Conn) {
			io.WriteString(c, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n")
			drip(c, "x")
		}, 16 * time.Second},
		{"stays idle", func(c net.Conn) { io.WriteString(c, "GET / HTTP/1.1\r\nHost: x\r\n\r\n") }, 2 * time.Minute},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			connected(t, func(c net.Conn) {
				start := time.Now()
				var sending sync.WaitGroup
				defer sending.Wait()
				sending.Go(func() { tt.sends(c) })
				_, _ = io.Copy(io.Discard, c) // until the server ends it
				if took := time.Since(start); took > tt.limit || took < 4*time.Second {
					t.Errorf("cut off after %s, want %s", took, tt.limit)
				}
				c.Close()
			})
		})
	}
}

// TestLargeHeadIsRefused sends more headers than the server takes.
func TestLargeHeadIsRefused(t *testing.T) {
	connected(t, func(c net.Conn) {
		go io.WriteString(c, "GET / HTTP/1.1\r\nHost: x\r\nX: "+strings.Repeat("y", 64<<10)+"\r\n\r\n")
		r, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if r.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
			t.Errorf("status %d", r.StatusCode)
		}
	})
}
