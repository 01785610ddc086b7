package web_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"rapporteur/internal/web"
)

// BenchmarkRepeated asks again what was asked before: whole, compressed, and by
// who has it already.
func BenchmarkRepeated(b *testing.B) {
	const target = "/api/v1/queries/agreements-cited?country=Utopia"
	h := fixed(b)
	tag := get(h, target).Header().Get("ETag")
	for name, headers := range map[string]http.Header{
		"plain":        {},
		"gzip":         {"Accept-Encoding": {"gzip"}},
		"not-modified": {"If-None-Match": {tag}},
	} {
		b.Run(name, func(b *testing.B) {
			r := httptest.NewRequest(http.MethodGet, target, nil)
			r.Header = headers
			b.ReportAllocs()
			for b.Loop() {
				ask(h, r)
			}
		})
	}
}

// BenchmarkCold reads answers from the store each time.
func BenchmarkCold(b *testing.B) {
	h := serve(b, open(b), web.Options{Cache: -1})
	for name, target := range map[string]string{
		"query":     "/api/v1/queries/agreements-cited?country=Utopia",
		"entity":    "/api/v1/entities/country:UTO",
		"paragraph": "/api/v1/records/LHK/C/SR.7/paragraphs/3",
		"paths":     "/api/v1/paths?from=person:UTO/quill&to=person:LHK/stone",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if w := get(h, target); w.Code != 200 {
					b.Fatal(w.Code, w.Body)
				}
			}
		})
	}
}
