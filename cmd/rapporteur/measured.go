package main

import (
	"context"
	"time"

	"rapporteur/graph/store"
	"rapporteur/internal/metrics"
	"rapporteur/internal/pipeline"
)

// newMetrics returns the figures of a server on a store.
func newMetrics(s *store.Store) *metrics.Metrics {
	b := thisBuild()
	return metrics.New(metrics.Options{
		Build: metrics.Build{Version: b.Version, Commit: b.Commit, Go: b.Go},
		Store: measuredStore{s},
		Now:   time.Now,
	})
}

// A measuredStore is a store as metrics wants it.
type measuredStore struct{ *store.Store }

func (s measuredStore) Size(ctx context.Context) (metrics.Size, error) {
	stats, err := s.Stats(ctx)
	return metrics.Size(stats), err
}

// tell tells the figures what became of files that were read.
func tell(m *metrics.Metrics, became map[pipeline.Outcome]int) {
	for outcome, n := range became {
		for range n {
			m.Ingested(string(outcome), outcome != pipeline.Failed)
		}
	}
}
