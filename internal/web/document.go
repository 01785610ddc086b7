package web

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
)

func (s *site) routeDocument(r router) {
	r.get("/openapi.json", bare(s.document("application/json", s.api.JSON)))
	r.get("/openapi.yaml", bare(s.document("application/yaml", s.api.YAML)))
	r.page("/docs", bare(s.docs))
}

// document answers with the description of the API in one of its forms.
func (s *site) document(media string, data []byte) handler {
	return func(c *gin.Context) error {
		c.Header("ETag", s.api.Tag)
		c.Header("Cache-Control", "no-cache") // ask again, which costs little
		if namesTag(c.GetHeader("If-None-Match"), s.api.Tag) {
			c.Status(http.StatusNotModified)
			return nil
		}
		c.Data(http.StatusOK, media, data)
		return nil
	}
}

// namesTag reports whether an If-None-Match header names an entity tag. The comparison is the
// weak one, as RFC 9110 has it.
func namesTag(header, tag string) bool {
	for one := range strings.SplitSeq(header, ",") {
		one = strings.TrimSpace(one)
		if one == "*" || strings.TrimPrefix(one, "W/") == tag {
			return true
		}
	}
	return false
}
