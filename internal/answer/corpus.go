package answer

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// A Corpus is the numbers of what a store holds. What the limits do not allow to
// count is null.
type Corpus struct {
	Records    *int        `json:"records"`
	Undated    *int        `json:"undated"`    // records without a date
	First      *string     `json:"first"`      // date of the oldest record, ISO 8601; null where none has one, too
	Last       *string     `json:"last"`       // of the newest
	Paragraphs *int        `json:"paragraphs"` //
	Spoken     *int        `json:"spoken"`     // paragraphs with a speaker
	Entities   int         `json:"entities"`   // all that has an id of its own, records included
	Types      []TypeCount `json:"types"`      // of the entities, the most frequent first
	Bodies     []Held      `json:"bodies"`     // with most records first
	States     []Held      `json:"states"`     // under review
}

// A TypeCount says how many entities are of a type.
type TypeCount struct {
	Type  schema.Class `json:"type"`
	Label string       `json:"label"` // of several: "Agreements"
	Count int          `json:"count"`
}

// Held is an entity with how many records there are of it.
type Held struct {
	ID      string `json:"id"`
	Label   string `json:"label"`
	Records int    `json:"records"`
}

// Corpus counts what the store holds.
func (r Reader) Corpus(ctx context.Context) (*Corpus, error) {
	c := &Corpus{Types: r.types()}
	for _, t := range c.Types {
		c.Entities += t.Count
	}
	for file, to := range map[string]**int{
		"count-records.js": &c.Records, "count-paragraphs.js": &c.Paragraphs, "count-spoken.js": &c.Spoken,
	} {
		n, err := r.count(ctx, file)
		switch {
		case err == nil:
			*to = &n
		case !errors.Is(err, gizmo.ErrBudget):
			return nil, fmt.Errorf("counting what the store holds: %w", err)
		}
	}
	m, err := r.minutes(ctx)
	if err != nil || m == nil {
		return c, err
	}
	c.Bodies, c.States = r.held(m.bodies), r.held(m.states)
	dates := m.dated()
	undated := len(m.dates) - len(dates)
	c.Undated = &undated
	if len(dates) > 0 {
		c.First, c.Last = &dates[0], &dates[len(dates)-1]
	}
	return c, nil
}

// types counts the entities by type, without what only says how others are related.
func (r Reader) types() []TypeCount {
	counts := r.Names.Classes()
	out := []TypeCount{}
	for _, class := range r.Schema.Classes() {
		if n := counts[class.ID]; n > 0 && r.isEntity(class.ID) {
			out = append(out, TypeCount{class.ID, class.Plural, n})
		}
	}
	slices.SortStableFunc(out, func(a, b TypeCount) int { return cmp.Compare(b.Count, a.Count) })
	return out
}

// held counts the records of each entity.
func (r Reader) held(t tally) []Held {
	out := []Held{}
	for id, records := range t {
		out = append(out, Held{id, r.Names.Label(id), len(records)})
	}
	slices.SortFunc(out, func(a, b Held) int {
		return cmp.Or(cmp.Compare(b.Records, a.Records), strings.Compare(a.Label, b.Label), strings.Compare(a.ID, b.ID))
	})
	return out
}
