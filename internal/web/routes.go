package web

import (
	"github.com/gin-gonic/gin"
)

// A handler answers a request or returns what is wrong.
type handler func(*gin.Context) error

func (s *site) route(engine *gin.Engine) {
	engine.Use(s.identify, s.log, s.recover, protect, shareReconciliation, s.share, s.limit)
	engine.NoRoute(s.answer(s.nowhere))
	engine.NoMethod(s.answer(func(*gin.Context) error { return errNoMethod }))
	r := router{engine, s}
	s.routeOperation(r)
	s.routeCorpus(r)
	s.routeRecords(r)
	s.routeEntities(r)
	s.routePaths(r)
	s.routeSearch(r)
	s.routeQueries(r)
	s.routeExport(r)
	s.routeGizmo(r)
	s.routeCayley(r)
	s.routeTools(r)
	s.routeDocument(r)
	s.routeReconciliation(r)
	s.routeExplorer(r)
	r.get("/static/*file", bare(s.static))
	s.routeWriting(r)
}

// A router adds routes of a site.
type router struct {
	engine *gin.Engine
	site   *site
}

// get adds a route for GET and HEAD.
func (r router) get(path string, h handler) {
	r.engine.GET(path, r.site.answer(h))
	r.engine.HEAD(path, r.site.answer(h)) // net/http keeps the body to itself
}

// graph adds a route for what is answered from the graph, whose answers are kept.
func (r router) graph(path string, h handler) { r.get(path, r.site.again(h)) }

// page adds a route whose problems are pages too.
func (r router) page(path string, h handler) { r.get(path, r.site.page(h)) }

// post adds a route for POST.
func (r router) post(path string, h handler) { r.engine.POST(path, r.site.answer(h)) }

func (s *site) routeOperation(r router) {
	r.get("/healthz", bare(s.health))
	r.get("/readyz", bare(s.ready))
	s.routeMetrics(r)
}

func (s *site) routeCorpus(r router) {
	r.graph("/api/v1/corpus", s.corpus)
	r.graph("/api/v1/examples", s.examples)
}

func (s *site) routeRecords(r router) {
	r.graph("/api/v1/records", s.listRecords)
	r.graph("/api/v1/records/*symbol", s.record)
}

func (s *site) routeEntities(r router) {
	r.graph("/api/v1/entities", s.searchEntities)
	r.graph("/api/v1/entities/*id", s.entity)
	r.graph("/api/v1/graph", s.network)
	r.get("/api/v1/schema", s.ontology)
	r.get("/api/v1/context.jsonld", bare(s.context))
}

func (s *site) routeQueries(r router) {
	r.get("/api/v1/queries", s.listQueries)
	r.graph("/api/v1/queries/:name", s.runQuery)
}

// answer turns a handler's error into a problem document.
func (s *site) answer(h handler) gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := h(c); err != nil {
			s.fail(c, err)
		}
	}
}
