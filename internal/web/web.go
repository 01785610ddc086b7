package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/answer"
	"rapporteur/internal/export"
	"rapporteur/internal/names"
	"rapporteur/internal/web/cache"
	"rapporteur/internal/web/openapi"
	"rapporteur/queries"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// A Graph answers Gizmo programs and says when its facts have changed.
type Graph interface {
	Run(ctx context.Context, p *gizmo.Program, lim gizmo.Limits) (*gizmo.Result, error)
	State() string
}

// A site is what the handlers share. It does not change, but for what it remembers.
type site struct {
	graph    *throttle
	searches *throttle // turns of searches, which wait apart from queries
	quads    Quads     // nil where they are not to be had
	queries  *queries.Set
	names    *names.Book
	schema   *schema.Schema
	search   Searcher
	options  Options
	pages    *pages
	answers  *cache.Cache
	mcp      http.Handler
	api      func() (*openapi.Document, error) // made when it is first asked for
	meter    Meter
	metrics  http.Handler // nil where they are not served here

	programs programs     // of ad-hoc queries
	exported export.Store // nil where nothing is
	exports  *exporting

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
	Quads   Quads // of Graph; without them nothing is offered as RDF, and /api/v2/read answers 501

	Meter   Meter        // is told what the site does; nil for nobody
	Metrics http.Handler // shows figures at /metrics; nil for no such address
	Export  export.Store // what exports read; nil where there are none, and they are answered with 404
	Search  Searcher     // of Graph; without it, searches are answered with 501
	Writer  Writer       // nil leaves the site for reading only: what writes is then answered by 403
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
	if err := checkPublicURL(opts.PublicURL); err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	meter := parts.Meter
	if meter == nil {
		meter = unmetered{}
	}
	pages, err := loadPages()
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	searches := newThrottle(parts.Graph, meter, opts)
	s := &site{
		graph:    newThrottle(parts.Graph, meter, opts),
		searches: searches,
		quads:    parts.Quads,
		queries:  parts.Queries,
		names:    parts.Names,
		schema:   parts.Schema,
		search:   patient(parts.Search, searches),
		options:  opts,
		pages:    pages,
		answers:  cache.New(opts.Cache),
		api:      sync.OnceValues(func() (*openapi.Document, error) { return openapi.Load(parts.Queries) }),
		meter:    meter,
		metrics:  parts.Metrics,
		exported: parts.Export,
		exports:  newExporting(opts.Exports),

		writer:    parts.Writer,
		unlimited: make(map[string]bool),
	}
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.HandleMethodNotAllowed = true
	engine.RedirectTrailingSlash = false
	if err := trust(engine, opts.TrustedProxies); err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	if s.mcp, err = s.newTools(opts.Release); err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	s.route(engine)
	handler, err := compressed(engine)
	if err != nil {
		return nil, err
	}
	return routed{handler, engine.Routes()}, nil
}

// A routed handler tells its routes, to be compared with the document of the API.
type routed struct {
	http.Handler
	routes gin.RoutesInfo
}

// Routes lists what the handler takes.
func (r routed) Routes() gin.RoutesInfo { return r.routes }

// reader returns what reads answers from the graph as it stands, with the names at
// hand.
func (s *site) reader(ctx context.Context) (answer.Reader, error) {
	index, err := s.names.Latest(ctx)
	if err != nil {
		return answer.Reader{}, err
	}
	return answer.Reader{Store: s.graph.own(), Names: index, Schema: s.schema}, nil
}
