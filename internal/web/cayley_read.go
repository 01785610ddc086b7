package web

import (
	"bufio"
	"errors"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/cayleyapi"
)

// Quads are the statements of a graph as they stand in it.
type Quads = cayleyapi.Source

// errNoQuads says that the site has no access to single quads.
var errNoQuads = errors.New("this server does not give out quads")

// cayleyRead writes quads as they come. More than fit into the buffer are sent before
// all are read; if reading fails then, the connection is cut.
func (s *site) cayleyRead(c *gin.Context) error {
	if s.quads == nil {
		return errNoQuads
	}
	values, err := formValues(c.Request)
	if err != nil {
		return err
	}
	read, err := cayleyapi.Parse(values.Get, c.GetHeader("Accept"))
	if err != nil {
		return badRequest{"", err}
	}
	release, err := s.graph.enter(c.Request.Context())
	if err != nil {
		return err
	}
	defer release()
	if len(read.Format.Mime) > 0 {
		c.Header("Content-Type", read.Format.Mime[0])
	} else {
		c.Header("Content-Type", "text/plain; charset=utf-8")
	}
	out := bufio.NewWriterSize(c.Writer, 1<<16)
	limits := cayleyapi.Limits{Streamed: s.options.ReadQuads, Gathered: min(s.options.ReadQuads, ownRows)}
	if err := read.Write(c.Request.Context(), out, s.quads, limits); err != nil {
		return err
	}
	return out.Flush()
}

// formValues reads the parameters of the address and of a form in the body.
func formValues(r *http.Request) (url.Values, error) {
	if err := r.ParseForm(); err != nil {
		if _, large := errors.AsType[*http.MaxBytesError](err); large {
			return nil, err
		}
		return nil, badRequest{"", errors.New("the parameters cannot be read")}
	}
	return r.Form, nil
}
