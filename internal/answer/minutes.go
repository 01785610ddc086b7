package answer

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"rapporteur/graph"
	"rapporteur/queries/gizmo"
)

// minutes are the records of a store by what their headers say.
type minutes struct {
	dates          map[string]string // by record, "" for one without
	bodies, states tally             // in which records
}

// minutes reads the headers of all records; nil where the limits do not allow it.
func (r Reader) minutes(ctx context.Context) (*minutes, error) {
	found, err := r.run(ctx, "corpus-records.js", nil)
	switch {
	case errors.Is(err, gizmo.ErrBudget), err == nil && found.Truncated:
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("reading the records that the store holds: %w", err)
	}
	m := &minutes{dates: map[string]string{}, bodies: tally{}, states: tally{}}
	for _, row := range found.Rows {
		m.add(row)
	}
	return m, nil
}

func (m *minutes) add(row gizmo.Row) {
	record := iri(row, "record")
	if body := iri(row, "body"); body != "" {
		m.bodies.add(body, record)
		return
	}
	if state := iri(row, "state"); state != "" {
		m.states.add(state, record)
		return
	}
	m.dates[record] = max(m.dates[record], graph.Words(row["date"]))
}

// dated returns the dates that there are, in order.
func (m *minutes) dated() []string {
	var dates []string
	for _, date := range m.dates {
		if date != "" {
			dates = append(dates, date)
		}
	}
	slices.Sort(dates)
	return dates
}
