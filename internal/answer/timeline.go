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
)

// A Moment is a record of a meeting at which a thing was named or spoken of.
type Moment struct {
	Date       *string   `json:"date"`
	Body       *Ref      `json:"body"`
	Meeting    *Ref      `json:"meeting"`
	ID         string    `json:"id"` // of the record
	Symbol     string    `json:"symbol"`
	Mentions   int       `json:"mentions"` // how often it is named
	By         []Voice   `json:"by"`       // who spoke of it, the most frequent first
	Times      int       `json:"times"`    // in how many paragraphs
	Paragraphs []Passage `json:"paragraphs"`
}

// Timeline returns the meetings at which an entity turns up, in order of dates;
// what has no date is last. It reports whether the limits cut it.
func (r Reader) Timeline(ctx context.Context, id string) (moments []Moment, cut bool, err error) {
	found, err := r.run(ctx, "timeline.js", map[string]any{"what": iris(id), "naming": iris(naming()...)})
	if err != nil {
		return nil, false, fmt.Errorf("timeline of %s: %w", id, err)
	}
	records := map[string]*occasion{}
	for _, row := range found.Rows {
		record := iri(row, "record")
		if records[record] == nil {
			records[record] = &occasion{voices: choir{}, paragraphs: map[string]bool{}, mentions: map[string]bool{}}
		}
		records[record].add(row)
	}
	moments = []Moment{}
	for record, o := range records {
		moments = append(moments, r.moment(record, o))
	}
	slices.SortFunc(moments, func(a, b Moment) int {
		return cmp.Or(strings.Compare(orLast(a.Date), orLast(b.Date)), natural.Compare(a.Symbol, b.Symbol))
	})
	return moments, found.Truncated, nil
}

// An occasion gathers the rows about one record.
type occasion struct {
	date, body, meeting  quad.Value
	voices               choir
	paragraphs, mentions map[string]bool // ids
}

func (o *occasion) add(row gizmo.Row) {
	if mention := iri(row, "mention"); mention != "" {
		o.mentions[mention] = true
		return
	}
	o.paragraphs[iri(row, "paragraph")] = true
	o.voices.add(row)
	for column, to := range map[string]*quad.Value{"date": &o.date, "body": &o.body, "meeting": &o.meeting} {
		if v := row[column]; v != nil && (*to == nil || compare(v, *to) < 0) { // of several always the same
			*to = v
		}
	}
}

func (r Reader) moment(record string, o *occasion) Moment {
	return Moment{
		Date: text(o.date), Body: r.optional(o.body), Meeting: r.optional(o.meeting),
		ID: record, Symbol: graph.ID(record).Name(), Mentions: len(o.mentions),
		By: r.voices(o.voices), Times: len(o.paragraphs), Paragraphs: few(passages(o.paragraphs)),
	}
}
