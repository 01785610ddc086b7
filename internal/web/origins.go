package web

import (
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"
)

// What a page from elsewhere may use, once it may read at all.
const (
	sharedMethods = "GET, HEAD, POST, OPTIONS"
	sharedHeaders = "Accept, Content-Type, If-None-Match, X-Request-Id"
	sharedAnswers = "ETag, Link, Location, Retry-After, X-Request-Id, Rapporteur-Truncated, Content-Disposition"
	shareFor      = "600" // seconds that a browser may remember it
)

// share lets pages of the origins in the options read answers (CORS). Nothing
// is ever shared with credentials: this API knows no cookies.
func (s *site) share(c *gin.Context) {
	if len(s.options.Origins) == 0 {
		return
	}
	h := c.Writer.Header()
	h.Add("Vary", "Origin")
	origin := c.GetHeader("Origin")
	allowed := s.allowed(origin)
	if allowed != "" {
		h.Set("Access-Control-Allow-Origin", allowed)
		h.Set("Access-Control-Expose-Headers", sharedAnswers)
		h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	}
	if c.Request.Method != http.MethodOptions || c.GetHeader("Access-Control-Request-Method") == "" {
		return
	}
	// A question beforehand; without permission in the answer it is a refusal.
	if allowed != "" {
		h.Set("Access-Control-Allow-Methods", sharedMethods)
		h.Set("Access-Control-Allow-Headers", sharedHeaders)
		h.Set("Access-Control-Max-Age", shareFor)
	}
	c.AbortWithStatus(http.StatusNoContent)
}

// allowed is what to allow an origin: itself, "*", or "" for nothing.
func (s *site) allowed(origin string) string {
	switch {
	case origin == "":
		return ""
	case slices.Contains(s.options.Origins, "*"):
		return "*"
	case slices.Contains(s.options.Origins, origin):
		return origin
	}
	return ""
}
