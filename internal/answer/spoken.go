package answer

import (
	"context"
	"slices"

	"rapporteur/graph"
	"rapporteur/schema"
)

// A spokesman is what is known of who speaks in a paragraph.
type spokesman struct{ roles, states, from []string }

// spoken keeps the paragraphs in which somebody speaks in the role and for the State
// of a narrowing. It reads nothing where that asks for neither.
func (r Reader) spoken(ctx context.Context, list []mentioning, n Narrowing) (kept []mentioning, cut bool, err error) {
	if n.State == "" && n.Role == "" {
		return list, false, nil
	}
	speakers, cut, err := r.speakers(ctx, each(list, func(m mentioning) string { return m.paragraph }))
	if err != nil {
		return nil, false, err
	}
	reviewed, cutReviewed := map[string][]string{}, false
	if n.State != "" {
		if reviewed, cutReviewed, err = r.reviewed(ctx, each(list, func(m mentioning) string { return m.record })); err != nil {
			return nil, false, err
		}
	}
	for _, m := range list {
		if speakers[m.paragraph].fits(n, reviewed[m.record]) {
			kept = append(kept, m)
		}
	}
	return kept, cut || cutReviewed, nil
}

// fits reports whether a speaker, while these States are under review, is one that a
// narrowing asks for.
func (s spokesman) fits(n Narrowing, reviewed []string) bool {
	if n.Role != "" && !slices.Contains(s.roles, n.Role) {
		return false
	}
	for _, states := range [][]string{s.states, reviewed, s.from} {
		if len(states) > 0 {
			return n.State == "" || slices.Contains(states, n.State)
		}
	}
	return n.State == ""
}

// speakers reads who speaks in paragraphs.
func (r Reader) speakers(ctx context.Context, paragraphs []string) (map[string]spokesman, bool, error) {
	found, err := r.run(ctx, "speakers.js", map[string]any{"paragraphs": iris(paragraphs...)})
	if err != nil {
		return nil, false, err
	}
	out := map[string]spokesman{}
	for _, row := range found.Rows {
		s := out[iri(row, "paragraph")]
		s.roles = addNew(s.roles, graph.Words(row["role"]))
		s.states = r.addState(s.states, iri(row, "speaks_for"))
		s.from = r.addState(s.from, iri(row, "from"))
		out[iri(row, "paragraph")] = s
	}
	return out, found.Truncated, nil
}

// reviewed reads which States are under review in records, of which some may be the same.
func (r Reader) reviewed(ctx context.Context, records []string) (map[string][]string, bool, error) {
	once := slices.Compact(slices.Sorted(slices.Values(records)))
	found, err := r.run(ctx, "reviewed.js", map[string]any{"records": iris(once...)})
	if err != nil {
		return nil, false, err
	}
	out := map[string][]string{}
	for _, row := range found.Rows {
		id := iri(row, "record")
		out[id] = r.addState(out[id], iri(row, "state"))
	}
	return out, found.Truncated, nil
}

// addState adds an id to a list if it is that of a State.
func (r Reader) addState(states []string, id string) []string {
	if class, ok := r.Schema.ClassOf(id); ok && class == schema.ClassCountry {
		return addNew(states, id)
	}
	return states
}
