package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"rapporteur/internal/web"
)

// BenchmarkGizmo answers an ad-hoc query through all of the handler, without the
// network.
func BenchmarkGizmo(b *testing.B) {
	h := serve(b, open(b), web.Options{})
	const query = `g.V("<country:UTO>").Out("<rap:cites>").All()`
	for b.Loop() {
		r := httptest.NewRequest(http.MethodPost, "/api/v1/gizmo", strings.NewReader(query))
		if w := ask(h, r); w.Code != http.StatusOK {
			b.Fatal(w.Body)
		}
	}
}
