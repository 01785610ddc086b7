package metrics

import (
	"context"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// A Size is how much a store holds.
type Size struct {
	Records int
	Quads   int64
	Bytes   int64 // of its data file
}

// A Store is what is measured. Its state changes with every write.
type Store interface {
	State() string
	Size(ctx context.Context) (Size, error)
}

const (
	// rest is how long a size stands though the store was written since: counting
	// records takes a while in a large store.
	rest = 5 * time.Second
	// patience is how long a store may take to say its size.
	patience = 2 * time.Second
)

// A size collects the figures of a store. It asks only after a write, and not
// more often than every rest.
type size struct {
	store Store
	now   func() time.Time

	up, records, quads, bytes *prometheus.Desc

	mu    sync.Mutex
	state string // of what is known; "" for nothing
	at    time.Time
	known Size
}

func newSize(s Store, now func() time.Time) *size {
	describe := func(name, help string) *prometheus.Desc {
		return prometheus.NewDesc(prefix+name, help, nil, nil)
	}
	return &size{
		store: s, now: now,
		up:      describe("store_up", "Whether the store answered when it was last asked for its size: 1 or 0."),
		records: describe("store_records", "Records in the store."),
		quads:   describe("store_quads", "Facts (quads) in the store."),
		bytes:   describe("store_bytes", "Size of the store's data file."),
	}
}

// Describe is part of [prometheus.Collector].
func (s *size) Describe(to chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{s.up, s.records, s.quads, s.bytes} {
		to <- d
	}
}

// Collect is part of [prometheus.Collector]. A store that does not answer is
// down, and its size is not told.
func (s *size) Collect(to chan<- prometheus.Metric) {
	gauge := func(d *prometheus.Desc, v float64) {
		to <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v)
	}
	known, err := s.latest()
	if err != nil {
		gauge(s.up, 0)
		return
	}
	gauge(s.up, 1)
	gauge(s.records, float64(known.Records))
	gauge(s.quads, float64(known.Quads))
	gauge(s.bytes, float64(known.Bytes))
}

func (s *size) latest() (Size, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	state, now := s.store.State(), s.now()
	if s.state != "" && (s.state == state || now.Sub(s.at) < rest) {
		return s.known, nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	known, err := s.store.Size(ctx)
	if err != nil {
		return Size{}, err
	}
	s.state, s.at, s.known = state, now, known
	return known, nil
}
