package web

import (
	"context"
	"errors"
	"fmt"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/answer"
	"rapporteur/internal/web/cache"
)

// The limits of ways.
const (
	defaultSteps = 4
	maxSteps     = 6
	defaultPaths = 10
	maxPaths     = 50
)

func (s *site) routePaths(r router) { r.graph("/api/v1/paths", s.paths) }

// paths answers with the shortest ways between two entities.
func (s *site) paths(c *gin.Context) error {
	f, err := parameters(c, "from", "to", "max", "via", "limit", "format")
	if err != nil {
		return err
	}
	if _, err := formOf(c, f, onlyJSON); err != nil {
		return err
	}
	search, err := s.wayfinding(f)
	if err != nil {
		return err
	}
	reader, err := s.reader(c.Request.Context())
	if err != nil {
		return err
	}
	from, to, err := ends(reader, f)
	if err != nil {
		return err
	}
	asked := key("paths", from, to, fmt.Sprint(search))
	return s.show(c, reader, view{asked, func(ctx context.Context) (*cache.Answer, error) {
		p, err := reader.Paths(ctx, from, to, search)
		if err != nil {
			return nil, err
		}
		return jsonAnswer(p)
	}})
}

func (s *site) wayfinding(f form) (w answer.Search, err error) {
	if w.Max, err = f.number("max", defaultSteps, 1, maxSteps); err != nil {
		return w, err
	}
	if w.Limit, err = f.number("limit", defaultPaths, 1, maxPaths); err != nil {
		return w, err
	}
	if w.Via, err = s.classes(f["via"]); err != nil {
		return w, badRequest{"via", errors.Unwrap(err)}
	}
	return w, nil
}

// ends finds the entities at both ends.
func ends(reader answer.Reader, f form) (from, to string, err error) {
	if from, err = reader.Names.Resolve(f["from"]); err != nil {
		return "", "", badRequest{"from", err}
	}
	if to, err = reader.Names.Resolve(f["to"]); err != nil {
		return "", "", badRequest{"to", err}
	}
	if from == to {
		return "", "", badRequest{"to", errors.New("it is where the way begins; give two different entities")}
	}
	return from, to, nil
}
