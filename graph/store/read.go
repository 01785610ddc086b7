package store

import (
	"context"
	"fmt"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/graph/store/boltkv"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// view calls read with a reader of the store as it is now.
func (s *Store) view(ctx context.Context, read func(reader) error) error {
	return s.look(func(session *boltkv.Session) error {
		r, err := newReader(ctx, session)
		if err != nil {
			return fmt.Errorf("reading the store: %w", err)
		}
		return read(r)
	})
}

// look calls read with a session for reading.
func (s *Store) look(read func(*boltkv.Session) error) error {
	session, err := boltkv.Begin(s.db, false)
	if err != nil {
		return fmt.Errorf("reading the store: %w", err)
	}
	defer session.Close()
	return s.diagnose(session, read(session))
}

// Run answers a Gizmo program from the store as it is now.
func (s *Store) Run(ctx context.Context, p *gizmo.Program, lim gizmo.Limits) (result *gizmo.Result, err error) {
	err = s.look(func(session *boltkv.Session) error {
		finder, err := session.Finder(s.cache)
		if err != nil {
			return fmt.Errorf("reading the store: %w", err)
		}
		result, err = p.RunOn(ctx, finder, lim)
		return err
	})
	return result, err
}

// QuadStore calls do with the store as it is now as Cayley's own libraries take it, for
// reading. It is for one goroutine at a time, and until do returns.
func (s *Store) QuadStore(do func(cayley.QuadStore) error) error {
	return s.look(func(session *boltkv.Session) error {
		qs, err := session.QuadStore()
		if err != nil {
			return fmt.Errorf("reading the store: %w", err)
		}
		return do(qs)
	})
}

// Records returns the ids of all records, sorted.
func (s *Store) Records(ctx context.Context) ([]graph.ID, error) {
	var ids []graph.ID
	err := s.view(ctx, func(r reader) error { return r.records(&ids) })
	slices.Sort(ids)
	return ids, err
}

func (r reader) records(ids *[]graph.ID) error {
	pattern := quad.Quad{Predicate: quad.IRI(schema.Type), Object: quad.IRI(schema.ClassSummaryRecord.IRI())}
	return r.each(pattern, func(q quad.Quad) error {
		if q.Subject == q.Label {
			*ids = append(*ids, graph.ID(q.Subject.(quad.IRI)))
		}
		return nil
	})
}

// ContentHash returns the content hash of a record, and whether it has one.
func (s *Store) ContentHash(ctx context.Context, record graph.ID) (hash string, ok bool, err error) {
	err = s.view(ctx, func(r reader) (err error) {
		hash, ok, err = r.contentHash(record)
		return err
	})
	return hash, ok, err
}

// ContentHashes returns the content hashes of all records that have one.
func (s *Store) ContentHashes(ctx context.Context) (map[graph.ID]string, error) {
	hashes := make(map[graph.ID]string)
	err := s.view(ctx, func(r reader) error {
		var ids []graph.ID
		if err := r.records(&ids); err != nil {
			return err
		}
		for _, id := range ids {
			hash, ok, err := r.contentHash(id)
			if err != nil {
				return err
			}
			if ok {
				hashes[id] = hash
			}
		}
		return nil
	})
	return hashes, err
}

func (r reader) contentHash(record graph.ID) (hash string, ok bool, err error) {
	pattern := quad.Quad{Subject: quad.IRI(record), Predicate: quad.IRI(schema.ContentHash), Label: quad.IRI(record)}
	err = r.each(pattern, func(q quad.Quad) error {
		if text, isText := q.Object.(quad.String); isText {
			hash, ok = string(text), true
		}
		return nil
	})
	return hash, ok, err
}

// Quads calls yield for every quad, in no particular order, until yield
// returns an error, which Quads returns. It takes little memory.
func (s *Store) Quads(ctx context.Context, yield func(quad.Quad) error) error {
	return s.view(ctx, func(r reader) error { return r.each(quad.Quad{}, yield) })
}

// Match calls yield for every quad that has the pattern's terms, where nil
// stands for any; otherwise it is as Quads.
func (s *Store) Match(ctx context.Context, pattern quad.Quad, yield func(quad.Quad) error) error {
	return s.view(ctx, func(r reader) error { return r.each(pattern, yield) })
}

// Stats are figures about a store.
type Stats struct {
	Records int
	Quads   int64
	Bytes   int64 // size of the data file
}

// Stats returns figures about the store.
func (s *Store) Stats(ctx context.Context) (stats Stats, err error) {
	err = s.look(func(session *boltkv.Session) error {
		r, err := newReader(ctx, session)
		if err != nil {
			return fmt.Errorf("reading the store: %w", err)
		}
		var ids []graph.ID
		if err := r.records(&ids); err != nil {
			return err
		}
		_, quads := session.Counters()
		stats = Stats{Records: len(ids), Quads: int64(quads), Bytes: session.FileSize()}
		return nil
	})
	return stats, err
}
