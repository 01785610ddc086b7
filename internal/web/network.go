package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/answer"
	"rapporteur/schema"
)

// The limits of a network.
const (
	defaultDepth = 1
	maxDepth     = 3
	defaultNodes = 60
	maxNodes     = 300
)

// network answers with the neighbourhood of an entity.
func (s *site) network(c *gin.Context) error {
	f, err := parameters(c, "center", "depth", "type", "limit")
	if err != nil {
		return err
	}
	view, err := s.view(f)
	if err != nil {
		return err
	}
	reader, err := s.reader(c.Request.Context())
	if err != nil {
		return err
	}
	center, err := reader.Names.Resolve(f["center"])
	if err != nil {
		return badRequest{"center", err}
	}
	n, err := reader.Network(c.Request.Context(), center, view)
	if err != nil {
		return err
	}
	return writeJSON(c, http.StatusOK, n)
}

func (s *site) view(f form) (v answer.View, err error) {
	if v.Depth, err = f.number("depth", defaultDepth, 1, maxDepth); err != nil {
		return v, err
	}
	if v.Limit, err = f.number("limit", defaultNodes, 1, maxNodes); err != nil {
		return v, err
	}
	v.Types, err = s.classes(f["type"])
	return v, err
}

// context answers with the JSON-LD context: what the prefixes of ids stand for.
func (s *site) context(c *gin.Context) error {
	c.Data(http.StatusOK, "application/ld+json", []byte(schema.Context()))
	return nil
}
