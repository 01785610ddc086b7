package web

import (
	"errors"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/reconcile"
)

// routeReconciliation adds the Reconciliation Service API 0.2, which any page in a
// browser may call:
//
//	GET  /reconcile                        what the service is and can do
//	GET  /reconcile?queries=…, POST        names to entities; query=… is one, as in 0.1
//	GET  /reconcile?extend=…, POST         values of properties of entities
//	GET  /reconcile/preview?id=            a card of an entity, for a frame
//	GET  /reconcile/suggest/{entity,type,property}?prefix=&cursor=
//	GET  /reconcile/properties?type=&limit=
func (s *site) routeReconciliation(r router) {
	r.get(reconcilePath, s.reconcile)
	r.post(reconcilePath, s.reconcile)
	r.get(reconcilePath+"/preview", s.previewEntity)
	r.get(reconcilePath+"/suggest/entity", s.suggestEntities)
	r.get(reconcilePath+"/suggest/type", s.suggestTypes)
	r.get(reconcilePath+"/suggest/property", s.suggestProperties)
	r.get(reconcilePath+"/properties", s.proposeProperties)
}

const reconcilePath = "/reconcile"

// shareReconciliation lets pages of all sites use the service, as the protocol
// demands (CORS). What is answered is the same for everybody, so nobody's
// credentials are asked for.
func shareReconciliation(c *gin.Context) {
	if path := c.Request.URL.Path; path != reconcilePath && !strings.HasPrefix(path, reconcilePath+"/") {
		return
	}
	c.Header("Access-Control-Allow-Origin", "*")
	c.Header("Cross-Origin-Resource-Policy", "cross-origin")
	if c.Request.Method == http.MethodOptions && c.GetHeader("Access-Control-Request-Method") != "" { // asked beforehand
		c.Header("Access-Control-Allow-Methods", "GET, HEAD, POST")
		c.Header("Access-Control-Allow-Headers", "Content-Type")
		c.Header("Access-Control-Max-Age", "86400")
		c.AbortWithStatus(http.StatusNoContent)
	}
}

// reconcile answers what the one address of the protocol is asked for.
func (s *site) reconcile(c *gin.Context) error {
	f, err := reconcileForm(c)
	if err != nil {
		return err
	}
	switch len(f) {
	case 0:
		return s.reconcileManifest(c)
	case 1:
	default:
		return badRequest{"", errors.New("one of queries, query and extend at a time")}
	}
	service, err := s.reconciler(c)
	if err != nil {
		return err
	}
	release, err := s.searches.enter(c.Request.Context())
	if err != nil {
		return err
	}
	defer release()
	answer, err := reconciled(c, service, f)
	if err != nil {
		return err
	}
	return writeJSON(c, http.StatusOK, answer)
}

func reconciled(c *gin.Context, service reconcile.Service, f form) (any, error) {
	ctx := c.Request.Context()
	if text, ok := f["extend"]; ok {
		extension, err := reconcile.ParseExtension(text)
		if err != nil {
			return nil, err
		}
		return service.Extend(ctx, extension)
	}
	if text, ok := f["query"]; ok {
		query, err := reconcile.ParseQuery(text)
		if err != nil {
			return nil, err
		}
		results, err := service.Reconcile(ctx, reconcile.Batch{"": query})
		return results[""], err
	}
	batch, err := reconcile.ParseBatch(f["queries"])
	if err != nil {
		return nil, err
	}
	return service.Reconcile(ctx, batch)
}

// reconciler returns what answers from the graph as it stands.
func (s *site) reconciler(c *gin.Context) (reconcile.Service, error) {
	index, err := s.names.Latest(c.Request.Context())
	own := s.graph.own()
	return reconcile.Service{Store: own, Names: index, Schema: s.schema, Limits: own.limits}, err
}

// reconcileManifest describes the service.
func (s *site) reconcileManifest(c *gin.Context) error {
	base, err := s.publicURL(c.Request)
	if err != nil {
		return err
	}
	manifest, err := reconcile.NewManifest(base, s.schema)
	if err != nil {
		return err
	}
	return writeJSON(c, http.StatusOK, manifest)
}
