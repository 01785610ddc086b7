package metrics

import (
	"net/http"
	"slices"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// seconds bounds the buckets of durations: from an answer out of memory to a
// query that takes all the time it may.
var seconds = []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30}

// methods are those that have a label of their own.
var methods = []string{http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions}

// nowhere is the route of requests that no route takes.
const nowhere = "none"

type requests struct {
	took *prometheus.HistogramVec
	sent *prometheus.CounterVec
}

func newRequests() requests {
	return requests{
		took: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: prefix + "http_request_duration_seconds", Help: "Time to answer requests, by route pattern, method and class of status.", Buckets: seconds,
		}, []string{"route", "method", "status"}),
		sent: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: prefix + "http_response_bytes_total", Help: "Bytes of the bodies of answers, by route pattern.",
		}, []string{"route"}),
	}
}

// Request counts a request that was answered. Its route is a pattern such as
// "/api/v1/queries/:name", or "" where no route takes it.
func (m *Metrics) Request(method, route string, status, bytes int, took time.Duration) {
	if route == "" {
		route = nowhere
	}
	if !slices.Contains(methods, method) {
		method = "other"
	}
	m.requests.took.WithLabelValues(route, method, class(status)).Observe(took.Seconds())
	m.requests.sent.WithLabelValues(route).Add(float64(bytes))
}
