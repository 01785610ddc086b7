package web

import (
	"log/slog"
	"net/http"
	"slices"
	"time"

	"github.com/gin-gonic/gin"
)

// probes are asked every few seconds by machines; their lines are for debugging,
// unless they tell of a fault.
var probes = []string{"/healthz", "/readyz", "/metrics"}

// longestAgent is how much of a User-Agent goes into the log, in bytes.
const longestAgent = 200

// log writes a line for each request once it is answered, and tells the meter.
// Parameters are left out: they say what people look for. One whose connection was
// cut, by a panic of net/http's, has its line too.
func (s *site) log(c *gin.Context) {
	defer s.logged(c, time.Now())
	c.Next()
}

func (s *site) logged(c *gin.Context, start time.Time) {
	took := time.Since(start)
	route, status, bytes := c.FullPath(), c.Writer.Status(), max(c.Writer.Size(), 0)
	s.meter.Request(c.Request.Method, route, status, bytes, took)
	level := slog.LevelInfo
	if status < http.StatusInternalServerError && slices.Contains(probes, route) {
		level = slog.LevelDebug
	}
	agent := c.Request.UserAgent()
	s.options.Log.LogAttrs(c.Request.Context(), level, "request",
		slog.String("method", c.Request.Method),
		slog.String("path", c.Request.URL.Path),
		slog.String("route", route),
		slog.Int("status", status),
		slog.Int("bytes", bytes),
		slog.Duration("duration", took),
		slog.String("remote", c.ClientIP()),
		slog.String("user_agent", agent[:min(len(agent), longestAgent)]),
		slog.String("request_id", requestID(c)),
	)
}
