package web

import (
	"strings"

	"github.com/gin-gonic/gin"
)

// A handler answers a request or returns what is wrong.
type handler func(*gin.Context) error

func (s *site) route(engine *gin.Engine) {
	engine.Use(s.identify, s.log, s.recover, protect, s.limit)
	engine.NoRoute(s.answer(s.nowhere))
	engine.NoMethod(s.answer(func(*gin.Context) error { return errNoMethod }))

	get := func(path string, h handler) {
		engine.GET(path, s.answer(h))
		engine.HEAD(path, s.answer(h)) // net/http keeps the body to itself
	}
	get("/healthz", bare(s.health))
	get("/readyz", bare(s.ready))

	get("/api/v1/queries", bare(s.listQueries))
	get("/api/v1/queries/:name", s.runQuery)
	engine.POST("/api/v1/gizmo", s.answer(bare(s.runGizmo)))
	get("/api/v1/entities", s.searchEntities)
	get("/api/v1/entities/*id", s.entity)
	get("/api/v1/records", s.listRecords)
	get("/api/v1/records/*symbol", s.record)
	get("/api/v1/graph", s.network)
	get("/api/v1/context.jsonld", bare(s.context))

	get("/", s.page(bare(s.home)))
	get("/queries/:name", s.page(s.queryPage))
	get("/records/*symbol", s.page(bare(s.recordPage)))
	get("/entities/*id", s.page(bare(s.entityPage)))
	get("/static/*file", bare(s.static))
}

// nowhere answers where there is nothing: with a page for who reads pages.
func (s *site) nowhere(c *gin.Context) error {
	if strings.Contains(c.GetHeader("Accept"), "text/html") && !strings.HasPrefix(c.Request.URL.Path, "/api/") {
		return s.failPage(c, errNoRoute)
	}
	return errNoRoute
}

// answer turns a handler's error into a problem document.
func (s *site) answer(h handler) gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := h(c); err != nil {
			s.fail(c, err)
		}
	}
}
