package answer

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/internal/natural"
)

// A RecordRef names a record, and says when and of which body it is.
type RecordRef struct {
	ID     string  `json:"id"` // "record:CMW/C/SR.464"
	Symbol string  `json:"symbol"`
	Date   *string `json:"date"` // ISO 8601; null where the record has lost it
	Body   *Ref    `json:"body"`
}

// A heading is what the head of a record says of its meeting.
type heading struct{ date, body, meeting quad.Value }

// headings reads the headings of records by their ids, of which some may be the same.
// It reports whether the limits cut them.
func (r Reader) headings(ctx context.Context, records []string) (map[string]heading, bool, error) {
	once := slices.Compact(slices.Sorted(slices.Values(records)))
	found, err := r.run(ctx, "headings.js", map[string]any{"records": iris(once...)})
	if err != nil {
		return nil, false, fmt.Errorf("when and of which body records are: %w", err)
	}
	out := map[string]heading{}
	for _, row := range found.Rows {
		id := iri(row, "record")
		h := out[id]
		for column, to := range map[string]*quad.Value{"date": &h.date, "body": &h.body, "meeting": &h.meeting} {
			if v := row[column]; v != nil && (*to == nil || compare(v, *to) < 0) { // of several always the same
				*to = v
			}
		}
		out[id] = h
	}
	return out, found.Truncated, nil
}

// recordRefs returns the records that the passages of links stand in, by symbol. It
// reports whether the limits cut what is said of them.
func (r Reader) recordRefs(ctx context.Context, links iter.Seq[Link]) ([]RecordRef, bool, error) {
	seen := map[string]bool{}
	for l := range links {
		for _, p := range l.Paragraphs {
			if p.Symbol != "" {
				seen[p.Symbol] = true
			} else if id := graph.ID(p.ID); id.Prefix() == "record" {
				seen[id.Name()] = true
			}
		}
	}
	refs, ids := []RecordRef{}, []string{}
	for _, symbol := range slices.SortedFunc(maps.Keys(seen), natural.Compare) {
		ids = append(ids, string(graph.RecordID(symbol)))
		refs = append(refs, RecordRef{ID: ids[len(ids)-1], Symbol: symbol})
	}
	headings, cut, err := r.headings(ctx, ids)
	for i := range refs {
		h := headings[refs[i].ID]
		refs[i].Date, refs[i].Body = text(h.date), r.optional(h.body)
	}
	return refs, cut, err
}
