package web

import (
	"context"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/answer"
	"rapporteur/internal/web/cache"
)

// corpus answers with the numbers of what is loaded.
func (s *site) corpus(c *gin.Context) error {
	return s.summary(c, "corpus", func(ctx context.Context, reader answer.Reader) (any, error) {
		return reader.Corpus(ctx)
	})
}

// summary answers with what all of the graph comes to, which depends on nothing else.
func (s *site) summary(c *gin.Context, name string, read func(context.Context, answer.Reader) (any, error)) error {
	f, err := parameters(c, "format")
	if err != nil {
		return err
	}
	if _, err := formOf(c, f, onlyJSON); err != nil {
		return err
	}
	reader, err := s.reader(c.Request.Context())
	if err != nil {
		return err
	}
	return s.show(c, reader, view{key(name), func(ctx context.Context) (*cache.Answer, error) {
		found, err := read(ctx, reader)
		if err != nil {
			return nil, err
		}
		return jsonAnswer(found)
	}})
}
