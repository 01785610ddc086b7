package answer

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rapporteur/internal/natural"
	"rapporteur/queries/gizmo"
)

// recentRecords are how many records show what a store is about.
const recentRecords = 5

// Salient returns the ids of what the latest few records are about, most
// important first: the States under review, what is named, spoken of or speaks in most
// paragraphs, the bodies, the records. It is empty where nothing is loaded, or more than
// the limits allow to look at.
func (r Reader) Salient(ctx context.Context) ([]string, error) {
	m, err := r.minutes(ctx)
	if err != nil || m == nil {
		return nil, err
	}
	records := m.latest(recentRecords)
	found, err := r.run(ctx, "salient.js", map[string]any{"records": iris(records...)})
	switch {
	case errors.Is(err, gizmo.ErrBudget):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("reading what the latest records are about: %w", err)
	}
	ids := m.states.of(records)
	places := tally{}
	for _, row := range found.Rows {
		places.add(iri(row, "named"), iri(row, "paragraph"))
	}
	for _, one := range r.counted(places) {
		ids = addNew(ids, one.ID)
	}
	return slices.Concat(ids, m.bodies.of(records), records), nil
}

// latest returns the newest records, at most n; those without a date come last.
func (m *minutes) latest(n int) []string {
	records := slices.SortedFunc(maps.Keys(m.dates), func(a, b string) int {
		return cmp.Or(strings.Compare(m.dates[b], m.dates[a]), natural.Compare(b, a))
	})
	return records[:min(n, len(records))]
}

// of returns the entities found in records, in the order of these.
func (t tally) of(records []string) (ids []string) {
	for _, record := range records {
		for _, id := range slices.Sorted(maps.Keys(t)) {
			if t[id][record] {
				ids = addNew(ids, id)
			}
		}
	}
	return ids
}
