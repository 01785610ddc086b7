package answer

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/internal/natural"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// naming are the ways in which a paragraph names a thing or is about it.
func naming() []schema.Property { return []schema.Property{schema.Mentions, schema.Subject} }

// appearances adds where the entity turns up.
func (r Reader) appearances(ctx context.Context, e *Entity) error {
	ways := append(naming(), schema.SpokenBy, schema.SpeaksFor)
	found, err := r.run(ctx, "appearances.js", map[string]any{"what": iris(e.ID), "ways": iris(ways...)})
	if err != nil {
		return fmt.Errorf("%s: %w", e.ID, err)
	}
	e.Truncated = e.Truncated || found.Truncated
	e.Mentions, e.Appearances = 0, []Appearance{}
	for id, in := range byRecord(found.Rows) {
		e.Mentions += len(in.mentions)
		e.Appearances = append(e.Appearances, Appearance{
			ID: id, Symbol: graph.ID(id).Name(), Date: text(in.date), Mentions: len(in.mentions),
			NamedIn: passages(in.named), SpeaksIn: passages(in.speaks),
		})
	}
	slices.SortFunc(e.Appearances, func(a, b Appearance) int {
		return cmp.Or(strings.Compare(orLast(a.Date), orLast(b.Date)), natural.Compare(a.Symbol, b.Symbol))
	})
	return nil
}

// orLast puts what has no date behind all dates.
func orLast(date *string) string {
	if date == nil {
		return "~"
	}
	return *date
}

// A place gathers the rows about one record.
type place struct {
	date                    quad.Value
	named, speaks, mentions map[string]bool // ids
}

func byRecord(rows []gizmo.Row) map[string]*place {
	records := map[string]*place{}
	for _, row := range rows {
		id := iri(row, "record")
		in := records[id]
		if in == nil {
			in = &place{named: map[string]bool{}, speaks: map[string]bool{}, mentions: map[string]bool{}}
			records[id] = in
		}
		in.add(row)
	}
	return records
}

func (in *place) add(row gizmo.Row) {
	if mention := iri(row, "mention"); mention != "" {
		in.mentions[mention] = true
		return
	}
	if row["date"] != nil {
		in.date = row["date"]
	}
	if slices.Contains(naming(), schema.Property(iri(row, "way"))) {
		in.named[iri(row, "paragraph")] = true
	} else {
		in.speaks[iri(row, "paragraph")] = true
	}
}
