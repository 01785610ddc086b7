package load

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/schema"
)

// A Sum counts what was written.
type Sum struct{ Records, Quads int }

// ErrNothing says that there is no quad in what was read.
var ErrNothing = errors.New("there is no quad in it")

// Write checks all that was read and puts it into the store. Where the check
// fails, nothing is written. Where the store fails, the sum says what was written
// before.
func (l *Loader) Write(ctx context.Context, store Store) (sum Sum, err error) {
	if err := l.check(ctx); err != nil {
		return Sum{}, err
	}
	err = l.records(ctx, func(r *record) error {
		quads := append(r.quads, l.lexicon.of(r.quads)...)
		if err := store.Replace(ctx, r.id, quads); err != nil {
			return err
		}
		sum.Records++
		sum.Quads += len(r.quads)
		return nil
	})
	if err != nil {
		return sum, err
	}
	for _, t := range l.lexicon.things {
		sum.Quads += len(t.quads)
	}
	return sum, nil
}

// check refuses what no store may hold.
func (l *Loader) check(ctx context.Context) error {
	n := 0
	err := l.records(ctx, func(r *record) error {
		n++
		l.lexicon.of(r.quads)
		return l.checkRecord(r)
	})
	if err != nil {
		return err
	}
	if id, t := l.lexicon.unused(); t != nil {
		return l.at(t.first, fmt.Errorf("%s: no record here speaks of it, and what the lexicon says is kept with the records", id))
	}
	if n == 0 {
		return ErrNothing
	}
	return nil
}

// checkRecord refuses a record that is none, and statements of paragraphs that it
// does not have.
func (l *Loader) checkRecord(r *record) error {
	labels := map[quad.Value]bool{quad.IRI(r.id): true}
	typed := false
	for _, q := range r.quads {
		if q.Label != quad.IRI(r.id) {
			continue
		}
		if q.Predicate == quad.IRI(schema.IsPartOf) && q.Object == quad.IRI(r.id) {
			labels[q.Subject] = true
		}
		typed = typed || q.Subject == quad.IRI(r.id) && q.Predicate == quad.IRI(schema.Type) && q.Object == quad.IRI(schema.ClassSummaryRecord.IRI())
	}
	if !typed {
		return l.at(r.places[0], fmt.Errorf("%s: no line says, under its own label, that it is a %s", r.id, schema.ClassSummaryRecord))
	}
	for i, q := range r.quads {
		if !labels[q.Label] {
			return l.at(r.places[i], fmt.Errorf("%s: no line says, under the label %s, that this paragraph is part of it", graph.ID(q.Label.(quad.IRI)), r.id))
		}
	}
	return nil
}

// A record is what was read of one.
type record struct {
	id     graph.ID
	quads  []quad.Quad
	places []place
}

// records calls yield for each record, in the order of ids. The slices are used
// again.
func (l *Loader) records(ctx context.Context, yield func(*record) error) error {
	var now record
	flush := func() error {
		if len(now.quads) == 0 {
			return nil
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		return yield(&now)
	}
	err := l.sorted.Each(func(entry string) error {
		fields := strings.Split(entry, between)
		if id := graph.ID(fields[0]); id != now.id {
			if err := flush(); err != nil {
				return err
			}
			now = record{id: id, quads: now.quads[:0], places: now.places[:0]}
		}
		q, _, err := graph.ParseNQuad(strings.TrimSuffix(fields[1], "\n"))
		now.quads = append(now.quads, q)
		now.places = append(now.places, parsePlace(fields[2]))
		return err
	})
	if err != nil {
		return err
	}
	return flush()
}
