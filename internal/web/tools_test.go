package web_test

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"rapporteur/graph/store"
	"rapporteur/internal/web"
	"rapporteur/queries/gizmo"
)

// A hookedGraph is a graph whose queries are answered by run, once that is set.
type hookedGraph struct {
	*store.Store
	run func(context.Context) (*gizmo.Result, error)
}

func (g *hookedGraph) Run(ctx context.Context, p *gizmo.Program, lim gizmo.Limits) (*gizmo.Result, error) {
	if g.run == nil {
		return g.Store.Run(ctx, p, lim)
	}
	return g.run(ctx)
}

// callTool asks for the agreements that a country cites.
func callTool(h http.Handler, edit func(*http.Request)) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, "/mcp", strings.NewReader(
		`{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "agreements_cited", "arguments": {"country": "UTO"}}}`))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/json, text/event-stream")
	if edit != nil {
		edit(r)
	}
	return ask(h, r)
}

// A tool that panics does so in a goroutine of its own, beside those that answer
// requests: that must not end the process.
func TestToolThatPanics(t *testing.T) {
	g := &hookedGraph{Store: open(t)}
	h := serve(t, g, web.Options{})
	callTool(h, nil) // which reads the names
	g.run = func(context.Context) (*gizmo.Result, error) { panic("secret words") }
	w := callTool(h, nil)
	if body := w.Body.String(); !strings.Contains(body, "the server failed") || strings.Contains(body, "secret") {
		t.Errorf("%d %s", w.Code, body)
	}
}

// The deadline of a request and whose it is reach the queries of its tool.
func TestToolsHaveTheDeadlineOfTheirRequest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := &hookedGraph{Store: open(t)}
		h := serve(t, g, web.Options{Timeout: 7 * time.Second})
		callTool(h, nil)
		synctest.Wait()
		start, asked := time.Now(), false
		g.run = func(ctx context.Context) (*gizmo.Result, error) {
			asked = true
			<-ctx.Done()
			return nil, ctx.Err()
		}
		w := callTool(h, nil)
		if took := time.Since(start); !asked || took != 7*time.Second {
			t.Errorf("ended after %s with %s", took, w.Body)
		}
	})
}

// A page on another site that has its name point here is refused; a proxy on the
// same machine is not.
func TestToolsBehindANameOfAnother(t *testing.T) {
	tests := []struct {
		name, local, host string
		options           web.Options
		want              int
	}{
		{"the machine itself", "127.0.0.1:8080", "localhost:8080", web.Options{}, 200},
		{"the machine itself, by IPv6", "[::1]:8080", "[::1]:8080", web.Options{}, 200},
		{"another name", "127.0.0.1:8080", "evil.example:8080", web.Options{}, 403},
		{"a name that looks alike", "127.0.0.1:8080", "127.0.0.1.evil.example", web.Options{}, 403},
		{"another name from afar", "192.0.2.1:8080", "records.example", web.Options{}, 200},
		{"the public name", "127.0.0.1:8080", "Records.example", web.Options{PublicURL: "https://records.example"}, 200},
		{"another than the public name", "127.0.0.1:8080", "evil.example", web.Options{PublicURL: "https://records.example"}, 403},
		{"a trusted proxy", "127.0.0.1:8080", "records.example", web.Options{TrustedProxies: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}}, 200},
	}
	s := open(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := callTool(serve(t, s, tt.options), func(r *http.Request) {
				local, err := net.ResolveTCPAddr("tcp", tt.local)
				if err != nil {
					t.Fatal(err)
				}
				*r = *r.WithContext(context.WithValue(r.Context(), http.LocalAddrContextKey, net.Addr(local)))
				r.Host = tt.host
			})
			if w.Code != tt.want {
				t.Errorf("%d %s", w.Code, w.Body)
			}
		})
	}
}
