package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	cayleyhttp "github.com/cayleygraph/cayley/server/http"

	"rapporteur/internal/web"
)

// BenchmarkGizmo answers an ad-hoc query through all of the handler, without the
// network, and the same by Cayley's own handler on the same store.
func BenchmarkGizmo(b *testing.B) {
	const query = `g.V("<country:UTO>").Out("<rap:cites>").All()`
	s := open(b)
	h := serve(b, s, web.Options{})
	b.Run("own", func(b *testing.B) { askOften(b, h, "/api/v1/gizmo", query) })
	b.Run("v2", func(b *testing.B) { askOften(b, h, "/api/v2/query?lang=gizmo", query) })
	err := s.QuadStore(func(qs graph.QuadStore) error {
		b.Run("stock", func(b *testing.B) {
			askOften(b, cayleyhttp.NewAPIv2(&graph.Handle{QuadStore: qs}), "/api/v2/query?lang=gizmo", query)
		})
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}

func askOften(b *testing.B, h http.Handler, target, query string) {
	b.ReportAllocs()
	for b.Loop() {
		r := httptest.NewRequest(http.MethodPost, target, strings.NewReader(query))
		if w := ask(h, r); w.Code != http.StatusOK {
			b.Fatal(w.Body)
		}
	}
}
