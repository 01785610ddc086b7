package main

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestTrustedProxies(t *testing.T) {
	o := operationFlags{proxies: []string{"10.0.0.0/8", "127.0.0.1", "::1", "fd00::/8"}}
	got, err := o.trusted()
	want := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("127.0.0.1/32"), netip.MustParsePrefix("::1/128"), netip.MustParsePrefix("fd00::/8")}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v; want %v", got, err, want)
	}
	for _, wrong := range []string{"", "proxy", "10.0.0.0/33", "10.0.0.1:80", "*"} {
		if _, err := (&operationFlags{proxies: []string{wrong}}).trusted(); statusOf(err) != statusUsage {
			t.Errorf("%q: %v", wrong, err)
		}
	}
}

// TestLogFormats writes a line of each level at each level.
func TestLogFormats(t *testing.T) {
	levels := []string{"debug", "info", "warn", "error"}
	for i, level := range levels {
		var out strings.Builder
		h, err := (&operationFlags{logLevel: level, logFormat: "json"}).handler(&out)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range []slog.Level{slog.LevelDebug, slog.LevelInfo, slog.LevelWarn, slog.LevelError} {
			slog.New(h).Log(t.Context(), l, "x")
		}
		if n := strings.Count(out.String(), "\n"); n != len(levels)-i || !json.Valid([]byte(strings.SplitAfter(out.String(), "\n")[0])) {
			t.Errorf("at level %s: %s", level, &out)
		}
	}
}

func TestBuildOf(t *testing.T) {
	info := &debug.BuildInfo{GoVersion: "go1.99", Main: debug.Module{Version: "v1.2.3"}, Settings: []debug.BuildSetting{
		{Key: "vcs.revision", Value: "abc"}, {Key: "vcs.time", Value: "2026-05-02T10:00:00Z"}, {Key: "vcs.modified", Value: "true"}, {Key: "GOOS", Value: "x"},
	}}
	b := buildOf(info)
	var out strings.Builder
	if err := b.print(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"rapporteur v1.2.3\n", " abc, with changes\n", " 2026-05-02T10:00:00Z\n", " go1.99\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q lacks %q", &out, want)
		}
	}
	if day, err := manDate("", b); err != nil || day.Format(time.DateOnly) != "2026-05-02" {
		t.Errorf("the pages are of %v, %v", day, err)
	}
	if _, err := manDate("", buildOf(new(debug.BuildInfo))); err == nil || !strings.Contains(err.Error(), "--date") {
		t.Errorf("of a build without a date: %v", err)
	}
}

// TestHealthOfServers asks servers of all kinds; only one is healthy.
func TestHealthOfServers(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/well", func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("well")) })
	mux.Handle("/moved", http.RedirectHandler("/well", http.StatusFound))
	mux.HandleFunc("/ill", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) })
	mux.HandleFunc("/stuck", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	server := httptest.NewServer(mux)
	defer server.Close()
	for path, says := range map[string]string{"/well": "", "/moved": "302", "/ill": "503", "/stuck": "does not answer"} {
		var out strings.Builder
		ctx, cancel := context.WithCancel(t.Context())
		if path == "/stuck" {
			cancel() // as its time would be over
		}
		err := askHealth(ctx, &out, server.URL+path)
		cancel()
		if (err == nil) != (says == "") || err != nil && !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", path, err)
		}
		if path == "/well" && out.String() != "well" {
			t.Errorf("it prints %q", &out)
		}
	}
}
