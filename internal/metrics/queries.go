package metrics

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

type queries struct {
	took             *prometheus.HistogramVec
	running, waiting prometheus.Gauge
	refused          prometheus.Counter
}

func newQueries() queries {
	return queries{
		took: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: prefix + "query_duration_seconds", Buckets: seconds,
			Help: `Time to answer queries, waiting included, by the name of the query ("gizmo" for ad-hoc ones) and class of status.`,
		}, []string{"query", "status"}),
		running: prometheus.NewGauge(prometheus.GaugeOpts{Name: prefix + "queries_running", Help: "Queries that read the store now."}),
		waiting: prometheus.NewGauge(prometheus.GaugeOpts{Name: prefix + "queries_waiting", Help: "Queries that wait for others to end."}),
		refused: prometheus.NewCounter(prometheus.CounterOpts{
			Name: prefix + "queries_refused_total", Help: "Queries that were refused because too many others ran.",
		}),
	}
}

// Query counts a query that was answered with an HTTP status. The caller sees to
// it that there are few names: those of named queries that exist, and "gizmo".
func (m *Metrics) Query(name string, status int, took time.Duration) {
	m.queries.took.WithLabelValues(name, class(status)).Observe(took.Seconds())
}

// QueriesRunning adds to the number of queries that read the store now.
func (m *Metrics) QueriesRunning(delta int) { m.queries.running.Add(float64(delta)) }

// QueriesWaiting adds to the number of queries that wait for others to end.
func (m *Metrics) QueriesWaiting(delta int) { m.queries.waiting.Add(float64(delta)) }

// QueryRefused counts a query that was refused because too many others ran.
func (m *Metrics) QueryRefused() { m.queries.refused.Inc() }
