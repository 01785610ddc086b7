package answer

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
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

// day is the date, "" for none.
func (h heading) day() string { return graph.Words(h.date) }

// headings reads the headings of records by their ids. It reports whether the limits
// cut them.
func (r Reader) headings(ctx context.Context, records []string) (map[string]heading, bool, error) {
	found, err := r.run(ctx, "headings.js", map[string]any{"records": iris(records...)})
	if err != nil {
		return nil, false, err
	}
	out := map[string]heading{}
	for _, row := range found.Rows {
		h, id := out[iri(row, "record")], iri(row, "record")
		for column, to := range map[string]*quad.Value{"date": &h.date, "body": &h.body, "meeting": &h.meeting} {
			if v := row[column]; v != nil && (*to == nil || compare(v, *to) < 0) { // of several always the same
				*to = v
			}
		}
		out[id] = h
	}
	return out, found.Truncated, nil
}

// recordOf is the id of the record that a passage stands in, "" for one that stands
// in none.
func recordOf(passage string) string {
	if symbol, _, ok := graph.ID(passage).Paragraph(); ok {
		return string(graph.RecordID(symbol))
	}
	if graph.ID(passage).Prefix() == "record" {
		return passage
	}
	return ""
}

// recordsOf are the records that passages stand in, each once, by symbol.
func recordsOf(passages []string) []string {
	var out []string
	for _, p := range passages {
		if id := recordOf(p); id != "" {
			out = append(out, id)
		}
	}
	slices.SortFunc(out, compareSymbols)
	return slices.Compact(out)
}

// recordRefs returns the records that the passages of links stand in, by symbol. It
// reports whether the limits cut what is said of them.
func (r Reader) recordRefs(ctx context.Context, links iter.Seq[Link]) ([]RecordRef, bool, error) {
	var stated []string
	for l := range links {
		for _, p := range l.Paragraphs {
			stated = append(stated, p.ID)
		}
	}
	ids := recordsOf(stated)
	headings, cut, err := r.headings(ctx, ids)
	if err != nil {
		return nil, false, fmt.Errorf("when and of which body the records are: %w", err)
	}
	out := make([]RecordRef, len(ids))
	for i, id := range ids {
		h := headings[id]
		out[i] = RecordRef{ID: id, Symbol: graph.ID(id).Name(), Date: text(h.date), Body: r.optional(h.body)}
	}
	return out, cut, nil
}
