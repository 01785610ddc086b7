package curation

import (
	"context"
	"maps"
	"slices"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/internal/correction"
)

// touched returns the records in which an entry may match or have matched, sorted.
// Before are all entries that hold now, which the graph shows; after are the
// program's own from now on.
//
// An entry for a record or paragraph touches that record. Any other touches the
// records that refer to an entity that it, or entries that it hangs together
// with, are about. What was rejected everywhere has left no trace in the graph to
// be found by, so an entry that hangs together with such a rejection touches all.
func (d *Desk) touched(ctx context.Context, e correction.Entry, before, after []*correction.Entry) ([]graph.ID, error) {
	found := make(map[graph.ID]bool)
	if record := recordOf(e); record != "" {
		found[record] = true
	} else {
		ids := related(e.ID, slices.Concat(before, after))
		if slices.ContainsFunc(before, func(e *correction.Entry) bool { return traceless(e) && ids[e.ID] }) {
			return d.parts.Store.Records(ctx)
		}
		for id := range ids {
			if err := d.mentioning(ctx, id, found); err != nil {
				return nil, err
			}
		}
	}
	if e.Label != "" { // it holds wherever the entity is named
		for _, id := range []string{e.ID, e.Into, e.To} {
			if err := d.mentioning(ctx, id, found); err != nil {
				return nil, err
			}
		}
	}
	return slices.Sorted(maps.Keys(found)), nil
}

// recordOf is the only record in which an entry can match, "" for any.
func recordOf(e correction.Entry) graph.ID {
	if symbol, _, ok := graph.ID(e.Paragraph).Paragraph(); ok {
		return graph.RecordID(symbol)
	}
	return graph.ID(e.Record)
}

// traceless reports whether an entry leaves nothing of mentions in any record.
func traceless(e *correction.Entry) bool {
	return e.Action == correction.Reject && recordOf(*e) == ""
}

// related returns the ids that entries lead to or from an id, itself included.
func related(id string, entries []*correction.Entry) map[string]bool {
	ids := map[string]bool{id: true}
	for grown := true; grown; {
		grown = false
		for _, e := range entries {
			to := e.Into + e.To // an entry has one at most
			if to != "" && ids[e.ID] != ids[to] {
				ids[e.ID], ids[to], grown = true, true, true
			}
		}
	}
	return ids
}

// mentioning adds the records that state something of an entity.
func (d *Desk) mentioning(ctx context.Context, id string, found map[graph.ID]bool) error {
	if id == "" {
		return nil
	}
	for _, pattern := range []quad.Quad{{Subject: quad.IRI(id)}, {Object: quad.IRI(id)}} {
		err := d.parts.Store.Match(ctx, pattern, func(q quad.Quad) error {
			label, _ := q.Label.(quad.IRI)
			if symbol, _, ok := graph.ID(label).Paragraph(); ok {
				found[graph.RecordID(symbol)] = true
			} else if graph.ID(label).Prefix() == "record" {
				found[graph.ID(label)] = true
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
