// Package metrics keeps an operator's figures of a running server and shows them
// to Prometheus.
//
//	m := metrics.New(metrics.Options{Build: build, Store: source, Now: time.Now})
//	m.Request("GET", "/api/v1/queries/:name", 200, 512, took)
//	http.Handle("/metrics", m)
//
// All names begin with rapporteur_, but for those of the Go runtime (go_) and of
// the process (process_). Times are in seconds, sizes in bytes. Labels have few
// values whatever clients send: routes are patterns, statuses are classes ("2xx"),
// and methods that HTTP does not define are "other". docs/operation.md lists them.
package metrics

import (
	"fmt"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// prefix begins the names of our own figures.
const prefix = "rapporteur_"

// A Build says which program runs.
type Build struct{ Version, Commit, Go string }

// Options are what figures are made of.
type Options struct {
	Build Build
	Store Store            // whose size is shown; nil for none
	Now   func() time.Time // the clock; needed
}

// Metrics are the figures of one server. They may be told and asked by many
// goroutines at the same time.
type Metrics struct {
	http.Handler // shows the figures

	now      func() time.Time
	requests requests
	queries  queries
	ingest   ingest
}

// New returns figures that stand at zero, in a registry of their own.
func New(o Options) *Metrics {
	r := prometheus.NewRegistry()
	m := &Metrics{now: o.Now, requests: newRequests(), queries: newQueries(), ingest: newIngest()}
	r.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}), info(o.Build),
		m.requests.took, m.requests.sent, m.queries.took, m.queries.running, m.queries.waiting, m.queries.refused, m.ingest.records, m.ingest.last)
	if o.Store != nil {
		r.MustRegister(newSize(o.Store, o.Now))
	}
	m.Handler = promhttp.HandlerFor(r, promhttp.HandlerOpts{
		ErrorHandling:      promhttp.ContinueOnError, // one figure that fails shall not hide the others
		DisableCompression: true,                     // left to who serves it
	})
	return m
}

// info is a figure that is always 1; its labels say which program runs.
func info(b Build) prometheus.Collector {
	g := prometheus.NewGauge(prometheus.GaugeOpts{
		Name:        prefix + "build_info",
		Help:        "Which program runs; always 1.",
		ConstLabels: prometheus.Labels{"version": b.Version, "commit": b.Commit, "go": b.Go},
	})
	g.Set(1)
	return g
}

// class is the class of an HTTP status: "2xx".
func class(status int) string {
	if status < 100 || status > 599 {
		return "other"
	}
	return fmt.Sprintf("%dxx", status/100)
}
