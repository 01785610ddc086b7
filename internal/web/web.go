// Package web serves the graph over HTTP: a JSON API for programs, and plain
// pages for people that work without script.
//
//	GET  /api/v1/queries                    the named questions
//	GET  /api/v1/queries/{name}?param=…     an answer; format=json, csv or text
//	POST /api/v1/gizmo                      an ad-hoc query
//	GET  /api/v1/entities?q=&type=&offset=&limit=
//	GET  /api/v1/entities/{id}              id or name; "#" in an id is written %23
//	GET  /api/v1/records                    as the question "records", with offset and limit
//	GET  /api/v1/records/{symbol}           slashes may stand as they are
//	GET  /api/v1/records/{symbol}/paragraphs/{number}
//	GET  /api/v1/graph?center=…&depth=1..3&type=&limit=
//	GET  /api/v1/context.jsonld             what the prefixes of ids stand for
//	GET  /api/v1/session                    whether writing is on and the token given is right
//	POST /api/v1/records                    files to read, as a job; this and what follows need the admin token
//	DELETE /api/v1/records/{symbol}
//	GET  /api/v1/jobs, /api/v1/jobs/{id}, /api/v1/jobs/{id}/events; DELETE calls one off
//	GET  /api/v1/corrections; POST makes one, DELETE /api/v1/corrections/{id} takes it back
//	GET  /api/v1/review                     what is likely wrong, as corrections to send
//	GET  /healthz, /readyz                  the process lives; the store answers
//	GET  /, /queries/{name}, /records/{symbol}, /entities/{id}   pages
//
// Whatever is wrong is answered with a problem document (RFC 9457); internal
// errors are logged and not shown. A parameter that an address does not have, or
// that is not plain text, is refused everywhere. Every answer carries the X-Request-Id of its
// line in the log.
//
// All that is answered comes from the graph by Gizmo programs, which run under
// the deadline, the limits and the number at a time that [Options] set.
package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/answer"
	"rapporteur/internal/names"
	"rapporteur/queries"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// A Graph answers Gizmo programs and says when its facts have changed.
type Graph interface {
	Run(ctx context.Context, p *gizmo.Program, lim gizmo.Limits) (*gizmo.Result, error)
	State() string
}

// A site is what the handlers share. It does not change, but for its counts.
type site struct {
	graph   *throttle
	queries *queries.Set
	names   *names.Book
	schema  *schema.Schema
	options Options
	pages   *pages
	counts  counts

	writer    Writer          // nil where writing is off
	attempts  attempts        // to write without the right token
	unlimited map[string]bool // methods and paths of routes with limits of their own
}

// Parts are what a site is made of.
type Parts struct {
	Graph   Graph
	Queries *queries.Set
	Names   *names.Book // of the names in Graph
	Schema  *schema.Schema
	Writer  Writer // nil leaves the site for reading only: what writes is then answered by 403
}

// New returns the handler of all routes. Call the Index of the names before
// serving, so that no request has to wait for them to be read. After a write,
// answers have the names from before until they are read again.
//
// It sets gin to release mode, which is global to the process; no other part of
// the program may use gin.
func New(parts Parts, opts Options) (http.Handler, error) {
	if parts.Graph == nil || parts.Queries == nil || parts.Names == nil || parts.Schema == nil {
		return nil, errors.New("web: graph, queries, names and schema are needed")
	}
	opts = opts.orDefaults()
	pages, err := loadPages()
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	s := &site{
		graph:   newThrottle(parts.Graph, opts),
		queries: parts.Queries,
		names:   parts.Names,
		schema:  parts.Schema,
		options: opts,
		pages:   pages,
		counts:  counts{turn: make(chan struct{}, 1)},

		writer:    parts.Writer,
		unlimited: make(map[string]bool),
	}
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.HandleMethodNotAllowed = true
	engine.RedirectTrailingSlash = false
	if err := engine.SetTrustedProxies(nil); err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	s.route(engine)
	return engine, nil
}

// reader returns what reads answers from the graph as it stands, with the names at
// hand.
func (s *site) reader(ctx context.Context) (answer.Reader, error) {
	index, err := s.names.Latest(ctx)
	if err != nil {
		return answer.Reader{}, err
	}
	return answer.Reader{Store: s.graph.own(), Names: index, Schema: s.schema}, nil
}
