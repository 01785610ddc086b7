package answer

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"rapporteur/schema"
)

// A Counted is an entity that some paragraphs link with another.
type Counted struct {
	ID         string       `json:"id"`
	Label      string       `json:"label"`
	Type       schema.Class `json:"type"`
	Times      int          `json:"times"` // how many paragraphs
	Paragraphs []Passage    `json:"paragraphs"`
}

// CoMentions returns what the same paragraphs name, or are about, as an entity,
// the most frequent first. It reports whether the limits cut it.
func (r Reader) CoMentions(ctx context.Context, id string) (all []Counted, cut bool, err error) {
	found, err := r.run(ctx, "together.js", map[string]any{"nodes": iris(id), "naming": iris(naming()...)})
	if err != nil {
		return nil, false, fmt.Errorf("what is named with %s: %w", id, err)
	}
	places := tally{}
	for _, row := range found.Rows {
		if other := iri(row, "target"); other != id {
			places.add(other, iri(row, "stated_in"))
		}
	}
	return r.counted(places), found.Truncated, nil
}

// Cites returns what an entity cites, the most frequent first. It reports whether
// the limits cut it.
func (r Reader) Cites(ctx context.Context, id string) (all []Counted, cut bool, err error) {
	found, err := r.run(ctx, "cites.js", map[string]any{"what": iris(id)})
	if err != nil {
		return nil, false, fmt.Errorf("what %s cites: %w", id, err)
	}
	places := tally{}
	for _, row := range found.Rows {
		places.add(iri(row, "cited"), iri(row, "paragraph"))
	}
	return r.counted(places), found.Truncated, nil
}

// CitedBy returns who cites an entity, the most frequent first. It reports whether
// the limits cut it.
func (r Reader) CitedBy(ctx context.Context, id string) (all []Voice, cut bool, err error) {
	found, err := r.run(ctx, "cited.js", map[string]any{"what": iris(id)})
	if err != nil {
		return nil, false, fmt.Errorf("who cites %s: %w", id, err)
	}
	voices := choir{}
	for _, row := range found.Rows {
		if class, _ := r.Schema.ClassOf(iri(row, "paragraph")); class == schema.ClassParagraph {
			voices.add(row)
		}
	}
	return r.voices(voices), found.Truncated, nil
}

// A tally says in which passages each entity is found, by ids.
type tally map[string]map[string]bool

func (t tally) add(entity, passage string) {
	if t[entity] == nil {
		t[entity] = map[string]bool{}
	}
	if passage != "" {
		t[entity][passage] = true
	}
}

func (r Reader) counted(t tally) []Counted {
	out := []Counted{}
	for id, where := range t {
		if r.isEntityID(id) {
			class, _ := r.Schema.ClassOf(id)
			out = append(out, Counted{id, r.Names.Label(id), class, len(where), few(passages(where))})
		}
	}
	slices.SortFunc(out, func(a, b Counted) int {
		return cmp.Or(cmp.Compare(b.Times, a.Times), strings.Compare(a.Label, b.Label), strings.Compare(a.ID, b.ID))
	})
	return out
}
