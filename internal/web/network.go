package web

import (
	"context"
	"fmt"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/answer"
	"rapporteur/internal/web/cache"
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
	f, err := parameters(c, "center", "depth", "type", "limit", "format")
	if err != nil {
		return err
	}
	v, err := s.neighbourhood(f)
	if err != nil {
		return err
	}
	form, err := formOf(c, f, s.ofNetworks())
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
	asked := key("network", form.Name, center, fmt.Sprint(v))
	return s.show(c, reader, view{asked, func(ctx context.Context) (*cache.Answer, error) {
		n, err := reader.Network(ctx, center, v)
		if err != nil {
			return nil, err
		}
		if form == asJSON {
			return jsonAnswer(n)
		}
		return s.statementsAnswer(ctx, form, statementsOfNetwork(n))
	}})
}

func (s *site) neighbourhood(f form) (v answer.View, err error) {
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
	return s.fixed(c, view{key("context"), func(context.Context) (*cache.Answer, error) {
		return newAnswer(asJSONLD, []byte(schema.Context())), nil
	}})
}
