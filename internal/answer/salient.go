package answer

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rapporteur/queries/gizmo"
)

// recentRecords are how many records show what a store is about.
const recentRecords = 5

// Salient returns the ids of what the latest few records are about, most
// important first: the States under review and the bodies, then what is named, spoken
// of or speaks in most paragraphs, then the records. It is empty where nothing is
// loaded, or more than the limits allow to look at.
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
	ids := m.headed(records)
	places := tally{}
	for _, row := range found.Rows {
		places.add(iri(row, "named"), iri(row, "paragraph"))
	}
	for _, one := range r.counted(places) {
		ids = addNew(ids, one.ID)
	}
	return append(ids, records...), nil
}

// latest returns the newest records, at most n; those without a date come last.
func (m *minutes) latest(n int) []string {
	records := slices.SortedFunc(maps.Keys(m.dates), func(a, b string) int {
		return cmp.Or(strings.Compare(m.dates[b], m.dates[a]), compareSymbols(b, a))
	})
	return records[:min(n, len(records))]
}

// headed returns the States under review in records, in their order, then the bodies.
func (m *minutes) headed(records []string) (ids []string) {
	for _, of := range []tally{m.states, m.bodies} {
		for _, record := range records {
			for _, id := range slices.Sorted(maps.Keys(of)) {
				if of[id][record] {
					ids = addNew(ids, id)
				}
			}
		}
	}
	return ids
}
