package store

import (
	"context"

	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/graph/store/boltkv"
)

// A reader looks into one session.
type reader struct {
	ctx     context.Context
	session *boltkv.Session
	qs      *kv.QuadStore
	in      *boltkv.Reader
}

func newReader(ctx context.Context, session *boltkv.Session) (reader, error) {
	qs, err := session.QuadStore()
	if err != nil {
		return reader{}, err
	}
	return reader{ctx: ctx, session: session, qs: qs, in: boltkv.NewReader(qs)}, nil
}

// each calls yield for every quad with the pattern's terms; nil stands for any.
func (r reader) each(pattern quad.Quad, yield func(quad.Quad) error) error {
	return r.in.Match(r.ctx, pattern, yield)
}

// exists reports whether some quad has the pattern's terms.
func (r reader) exists(pattern quad.Quad) (bool, error) {
	return r.any(pattern, func(quad.Quad) bool { return true })
}

// any reports whether ok holds for some quad with the pattern's terms.
func (r reader) any(pattern quad.Quad, ok func(quad.Quad) bool) (bool, error) {
	err := r.each(pattern, func(q quad.Quad) error {
		if ok(q) {
			return errFound
		}
		return nil
	})
	if err == errFound {
		return true, nil
	}
	return false, err
}

// stated returns all that a record states: the quads labelled with it or with
// one of its paragraphs.
func (r reader) stated(record graph.ID) ([]quad.Quad, error) {
	label := quad.IRI(record)
	var quads []quad.Quad
	labels := []quad.Value{label}
	err := r.each(quad.Quad{Label: label}, func(q quad.Quad) error {
		quads = append(quads, q)
		if q.Predicate == isPartOf && q.Object == label {
			labels = append(labels, q.Subject)
		}
		return nil
	})
	for _, paragraph := range labels[1:] {
		if err != nil {
			break
		}
		err = r.each(quad.Quad{Label: paragraph}, func(q quad.Quad) error {
			quads = append(quads, q)
			return nil
		})
	}
	return quads, err
}
