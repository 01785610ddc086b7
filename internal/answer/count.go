package answer

import (
	"context"

	"github.com/cayleygraph/quad"
)

// Counts say how much a store holds.
type Counts struct {
	Records    int `json:"records"`
	Paragraphs int `json:"paragraphs"`
	Entities   int `json:"entities"` // all that has an id of its own, records included
}

// Counts counts what the store holds.
func (r Reader) Counts(ctx context.Context) (Counts, error) {
	records, err := r.count(ctx, "count-records.js")
	if err != nil {
		return Counts{}, err
	}
	paragraphs, err := r.count(ctx, "count-paragraphs.js")
	return Counts{records, paragraphs, r.Names.Len()}, err
}

func (r Reader) count(ctx context.Context, file string) (int, error) {
	result, err := r.run(ctx, file, nil)
	if err != nil || len(result.Rows) == 0 {
		return 0, err
	}
	n, _ := result.Rows[0]["count"].(quad.Int)
	return int(n), nil
}

// Ping asks the store for one quad.
func (r Reader) Ping(ctx context.Context) error {
	_, err := r.run(ctx, "any.js", nil)
	return err
}
