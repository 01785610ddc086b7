package answer

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"rapporteur/graph"
	"rapporteur/schema"
)

// A Narrowing says which paragraphs stay in a list, by ids; what is "" leaves all.
type Narrowing struct {
	Record string
	Body   string
	State  string // for which somebody speaks; else the State under review; else whence the speaker comes
	Role   string // of the speaker: chair, member, delegation, institution or secretariat
}

// Mentioning returns the ids of the paragraphs that name an entity or are about it:
// those of the newest meeting first, within it by number, and last those without a
// date. It reports whether the limits cut them.
func (r Reader) Mentioning(ctx context.Context, id string, n Narrowing) (paragraphs []string, cut bool, err error) {
	found, err := r.run(ctx, "mentioning.js", map[string]any{"what": iris(id), "naming": iris(naming()...)})
	if err != nil {
		return nil, false, fmt.Errorf("paragraphs that name %s: %w", id, err)
	}
	for _, row := range found.Rows {
		if p := iri(row, "paragraph"); n.Record == "" || n.Record == recordOf(p) {
			paragraphs = append(paragraphs, p)
		}
	}
	headings, cutHeadings, err := r.headings(ctx, recordsOf(paragraphs))
	if err != nil {
		return nil, false, fmt.Errorf("meetings that name %s: %w", id, err)
	}
	if n.Body != "" {
		paragraphs = slices.DeleteFunc(paragraphs, func(p string) bool { return graph.Words(headings[recordOf(p)].body) != n.Body })
	}
	cutVoices := false
	if n.State != "" || n.Role != "" {
		if paragraphs, cutVoices, err = r.spoken(ctx, paragraphs, n); err != nil {
			return nil, false, fmt.Errorf("who speaks of %s: %w", id, err)
		}
	}
	sortNewest(paragraphs, headings)
	return paragraphs, found.Truncated || cutHeadings || cutVoices, nil
}

// sortNewest puts paragraphs in the order of Mentioning.
func sortNewest(paragraphs []string, headings map[string]heading) {
	slices.SortFunc(paragraphs, func(a, b string) int {
		symbolA, numberA, _ := graph.ID(a).Paragraph()
		symbolB, numberB, _ := graph.ID(b).Paragraph()
		return cmp.Or(
			strings.Compare(headings[recordOf(b)].day(), headings[recordOf(a)].day()),
			compareSymbols(symbolB, symbolA), cmp.Compare(numberA, numberB), strings.Compare(a, b),
		)
	})
}

// A spokesman is what is known of who speaks in a paragraph.
type spokesman struct{ roles, states, from []string }

// spoken keeps the paragraphs in which somebody speaks in the role and for the State
// of a narrowing.
func (r Reader) spoken(ctx context.Context, paragraphs []string, n Narrowing) (kept []string, cut bool, err error) {
	found, err := r.run(ctx, "speakers.js", map[string]any{"paragraphs": iris(paragraphs...)})
	if err != nil {
		return nil, false, err
	}
	by := map[string]spokesman{}
	for _, row := range found.Rows {
		s := by[iri(row, "paragraph")]
		s.roles = addNew(s.roles, graph.Words(row["role"]))
		s.states = r.addState(s.states, iri(row, "speaks_for"))
		s.from = r.addState(s.from, iri(row, "from"))
		by[iri(row, "paragraph")] = s
	}
	reviewed := map[string][]string{}
	if n.State != "" {
		rows, err := r.run(ctx, "reviewed.js", map[string]any{"records": iris(recordsOf(paragraphs)...)})
		if err != nil {
			return nil, false, err
		}
		cut = rows.Truncated
		for _, row := range rows.Rows {
			reviewed[iri(row, "record")] = r.addState(reviewed[iri(row, "record")], iri(row, "state"))
		}
	}
	for _, p := range paragraphs {
		s := by[p]
		if s.has(n, reviewed[recordOf(p)]) {
			kept = append(kept, p)
		}
	}
	return kept, cut || found.Truncated, nil
}

// has reports whether a speaker, where these States are under review, is one of a
// narrowing.
func (s spokesman) has(n Narrowing, reviewed []string) bool {
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

// addState adds an id to a list if it is that of a State.
func (r Reader) addState(states []string, id string) []string {
	if class, ok := r.Schema.ClassOf(id); ok && class == schema.ClassCountry {
		return addNew(states, id)
	}
	return states
}
