package web

import (
	"context"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/answer"
)

// readyTime is how long the store has to show that it answers. Whoever asks does
// so often, and takes a late answer for none.
const readyTime = time.Second

func (s *site) health(c *gin.Context) error {
	c.Header("Cache-Control", "no-store")
	return writeJSON(c, http.StatusOK, map[string]string{"status": "alive"})
}

// ready reports whether the store answers and its names are known.
func (s *site) ready(c *gin.Context) error {
	ctx, cancel := context.WithTimeout(c.Request.Context(), readyTime)
	defer cancel()
	// Not by the throttle: that all queries are taken does not make the store bad.
	err := answer.Reader{Store: s.graph.graph}.Ping(ctx)
	if err == nil {
		_, err = s.names.Latest(ctx)
	}
	if err != nil {
		return unavailable{err}
	}
	c.Header("Cache-Control", "no-store")
	return writeJSON(c, http.StatusOK, map[string]string{"status": "ready"})
}
