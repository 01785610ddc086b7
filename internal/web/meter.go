package web

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
)

// A Meter is told what the site does, for an operator's figures. It is told by
// many goroutines at the same time.
type Meter interface {
	// Request tells of a request that was answered. Its route is a pattern, "" where
	// no route takes it.
	Request(method, route string, status, bytes int, took time.Duration)
	// Query tells of a query that was answered with a status: the name of a query
	// that exists, or [AdHoc].
	Query(name string, status int, took time.Duration)
	QueriesRunning(delta int)
	QueriesWaiting(delta int)
	// QueryRefused tells of a query that too many others kept from running.
	QueryRefused()
}

// AdHoc is the name by which a [Meter] is told of queries that have none.
const AdHoc = "gizmo"

// unmetered is a Meter that listens to nothing.
type unmetered struct{}

func (unmetered) Request(string, string, int, int, time.Duration) {}
func (unmetered) Query(string, int, time.Duration)                {}
func (unmetered) QueriesRunning(int)                              {}
func (unmetered) QueriesWaiting(int)                              {}
func (unmetered) QueryRefused()                                   {}

// measure tells the meter of a query that began at start and ended with an error,
// or none.
func (s *site) measure(query string, start time.Time, err error) {
	status := http.StatusOK
	if err != nil {
		status = describe(err).Status
	}
	s.meter.Query(query, status, time.Since(start))
}

// routeMetrics adds the figures, where there are any to show here.
func (s *site) routeMetrics(r router) {
	if s.metrics == nil {
		return
	}
	r.get("/metrics", bare(func(c *gin.Context) error {
		s.metrics.ServeHTTP(c.Writer, c.Request)
		return nil
	}))
}

// MetricsHandler serves the figures at /metrics and nothing else, for a listener
// of their own.
func MetricsHandler(metrics http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", metrics)
	return mux
}
