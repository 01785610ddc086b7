package metrics

import "github.com/prometheus/client_golang/prometheus"

type ingest struct {
	records *prometheus.CounterVec
	last    prometheus.Gauge
}

func newIngest() ingest {
	return ingest{
		records: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: prefix + "ingest_records_total", Help: "Files read as records, by what became of them: added, replaced, unchanged, duplicate, failed.",
		}, []string{"outcome"}),
		last: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: prefix + "ingest_last_success_timestamp_seconds", Help: "When a file was last read without failing, in seconds since 1970; 0 for not yet.",
		}),
	}
}

// Ingested counts a file that was read as a record; outcome is what became of it,
// a pipeline.Outcome, and ok says that it did not fail.
func (m *Metrics) Ingested(outcome string, ok bool) {
	m.ingest.records.WithLabelValues(outcome).Inc()
	if ok {
		m.ingest.last.Set(float64(m.now().UnixMilli()) / 1000)
	}
}
