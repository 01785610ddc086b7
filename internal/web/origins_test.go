package web_test

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/web"
)

func TestOrigins(t *testing.T) {
	const here, there = "https://a.example", "https://b.example"
	tests := []struct {
		options []string
		origin  string
		want    string
	}{
		{nil, here, ""},
		{[]string{here}, here, here},
		{[]string{here}, there, ""},
		{[]string{here}, here + ".evil.example", ""},
		{[]string{here}, "null", ""},
		{[]string{here, there}, there, there},
		{[]string{"*"}, there, "*"},
		{[]string{"*"}, "", ""},
	}
	s := open(t)
	for _, tt := range tests {
		h := serve(t, s, web.Options{Origins: tt.options})
		r := httptest.NewRequest(http.MethodGet, "/api/v1/records", nil)
		r.Header.Set("Origin", tt.origin)
		w := ask(h, r)
		if got := w.Header().Get("Access-Control-Allow-Origin"); w.Code != 200 || got != tt.want {
			t.Errorf("%v, %s: %d %q; want %q", tt.options, tt.origin, w.Code, got, tt.want)
		}
		if w.Header().Get("Access-Control-Allow-Credentials") != "" {
			t.Error("credentials are shared")
		}
	}
}

// TestPreflight asks beforehand, for what exists and what does not.
func TestPreflight(t *testing.T) {
	h := serve(t, open(t), web.Options{Origins: []string{"https://a.example"}})
	for _, target := range []string{"/api/v1/gizmo", "/api/v1/records/LHK/C/SR.7", "/nowhere"} {
		for origin, allowed := range map[string]bool{"https://a.example": true, "https://b.example": false} {
			r := httptest.NewRequest(http.MethodOptions, target, nil)
			r.Header.Set("Origin", origin)
			r.Header.Set("Access-Control-Request-Method", "POST")
			w := ask(h, r)
			if got := w.Header().Get("Access-Control-Allow-Methods") != ""; w.Code != http.StatusNoContent || got != allowed {
				t.Errorf("%s from %s: %d %v", target, origin, w.Code, w.Header())
			}
		}
	}
	r := httptest.NewRequest(http.MethodOptions, "/api/v1/gizmo", nil)
	if w := ask(h, r); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("OPTIONS that asks for no origin: %d", w.Code)
	}
}

// What differs by origin, form or coding says so to caches, whoever answers it.
func TestAnswersSayWhatTheyDifferBy(t *testing.T) {
	h := serve(t, open(t), web.Options{Origins: []string{"https://a.example"}})
	for _, target := range []string{"/api/v1/records", "/api/v1/export", "/api/v1/entities/UTO"} {
		for _, etag := range []string{"", "*"} {
			r := httptest.NewRequest(http.MethodGet, target, nil)
			r.Header.Set("If-None-Match", etag)
			w := ask(h, r)
			got := strings.Join(w.Header().Values("Vary"), ", ")
			for _, want := range []string{"Origin", "Accept", "Accept-Encoding"} {
				if !slices.Contains(strings.Split(got, ", "), want) {
					t.Errorf("%s: %d varies by %q, not by %s", target, w.Code, got, want)
				}
			}
		}
	}
}
