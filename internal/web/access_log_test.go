package web_test

import (
	"crypto/tls"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"

	"rapporteur/internal/web"
)

// logged sends a request and returns its line in the log.
func logged(t *testing.T, opts web.Options, prepare func(*http.Request)) map[string]any {
	t.Helper()
	var log strings.Builder
	opts.Log = logTo(&log)
	r := httptest.NewRequest(http.MethodGet, "/api/v1/queries", nil)
	prepare(r)
	ask(serve(t, open(t), opts), r)
	line := map[string]any{}
	if err := json.Unmarshal([]byte(log.String()), &line); err != nil {
		t.Fatalf("%v in %s", err, log.String())
	}
	return line
}

// TestWhoAsks sends what proxies, and clients that feign to be some, send.
func TestWhoAsks(t *testing.T) {
	proxies := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("fd00::1/128")}
	tests := []struct {
		name, peer string
		forwarded  []string
		trusted    []netip.Prefix
		want       string
	}{
		{"no proxy", "192.0.2.1:1234", nil, proxies, "192.0.2.1"},
		{"nobody is trusted", "10.0.0.1:1", []string{"192.0.2.7"}, nil, "10.0.0.1"},
		{"a client feigns", "192.0.2.1:1234", []string{"192.0.2.7"}, proxies, "192.0.2.1"},
		{"a proxy", "10.0.0.1:1", []string{"192.0.2.7"}, proxies, "192.0.2.7"},
		{"a proxy by IPv6", "[fd00::1]:1", []string{"2001:db8::7"}, proxies, "2001:db8::7"},
		{"two proxies", "10.0.0.1:1", []string{"192.0.2.7, 10.9.9.9"}, proxies, "192.0.2.7"},
		{"a client feigns behind a proxy", "10.0.0.1:1", []string{"198.51.100.1, 192.0.2.7"}, proxies, "192.0.2.7"},
		{"the same in lines of their own", "10.0.0.1:1", []string{"198.51.100.1", "192.0.2.7"}, proxies, "192.0.2.7"},
		{"no address", "10.0.0.1:1", []string{"<x>"}, proxies, "10.0.0.1"},
		{"empty", "10.0.0.1:1", []string{""}, proxies, "10.0.0.1"},
	}
	for _, tt := range tests {
		line := logged(t, web.Options{TrustedProxies: tt.trusted}, func(r *http.Request) {
			r.RemoteAddr = tt.peer
			r.Header["X-Forwarded-For"] = tt.forwarded
			r.Header.Set("X-Real-IP", "203.0.113.66")
		})
		if line["remote"] != tt.want {
			t.Errorf("%s: remote %v, want %s", tt.name, line["remote"], tt.want)
		}
	}
}

func TestAccessLogIsComplete(t *testing.T) {
	line := logged(t, web.Options{}, func(r *http.Request) {
		r.RemoteAddr = "192.0.2.1:1234"
		r.Header.Set("User-Agent", strings.Repeat("x", 10_000))
		r.URL.RawQuery = "secret=1"
	})
	for key, want := range map[string]any{
		"msg": "request", "level": "INFO", "method": "GET", "path": "/api/v1/queries", "route": "/api/v1/queries", "status": 400.0,
		"remote": "192.0.2.1", "user_agent": strings.Repeat("x", 200),
	} {
		if line[key] != want {
			t.Errorf("%s is %v, want %v", key, line[key], want)
		}
	}
	for _, key := range []string{"time", "bytes", "duration", "request_id"} {
		if line[key] == nil {
			t.Errorf("no %s", key)
		}
	}
	if len(line) != 12 {
		t.Errorf("%d members: %v", len(line), line)
	}
}

// TestProbesAreNotLogged asks for the health: at the usual level the log is empty.
func TestProbesAreNotLogged(t *testing.T) {
	var log strings.Builder
	h := serve(t, open(t), web.Options{Log: logTo(&log)})
	get(h, "/healthz")
	get(h, "/readyz")
	if log.String() != "" {
		t.Error(log.String())
	}
}

func TestTransportSecurityNeedsTransport(t *testing.T) {
	h := fixed(t)
	for _, state := range []*tls.ConnectionState{nil, {}} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.TLS = state
		if got := ask(h, r).Header().Get("Strict-Transport-Security"); (got != "") != (state != nil) {
			t.Errorf("with %v: Strict-Transport-Security %q", state, got)
		}
	}
}
