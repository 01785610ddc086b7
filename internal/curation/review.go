package curation

import (
	"context"
	"sync"
	"time"

	"rapporteur/internal/review"
)

// reviews keeps the report on the store as it stands, which takes longer to make
// than anything else that is asked.
type reviews struct {
	mu     sync.Mutex // held while a report is made
	state  string
	date   string
	report *review.Report
}

// Review returns what in the graph is likely wrong, as corrections to accept.
func (d *Desk) Review(ctx context.Context) (*review.Report, error) {
	r := &d.reviews
	r.mu.Lock()
	defer r.mu.Unlock()
	state, date := d.parts.Store.State(), d.options.Now().UTC().Format(time.DateOnly)
	if r.report != nil && r.state == state && r.date == date {
		return r.report, nil
	}
	report, err := review.Find(ctx, d.parts.Store, d.parts.Schema, review.Options{Date: date})
	if err != nil {
		return nil, err
	}
	r.state, r.date, r.report = state, date, report
	return report, nil
}
