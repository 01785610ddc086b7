package answer

import (
	"context"

	"github.com/cayleygraph/quad"
)

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
