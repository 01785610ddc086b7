package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/web/openapi"
)

func (s *site) routeDocument(r router) {
	r.get("/openapi.json", bare(s.document("application/json", func(d *openapi.Document) []byte { return d.JSON })))
	r.get("/openapi.yaml", bare(s.document("application/yaml", func(d *openapi.Document) []byte { return d.YAML })))
	r.page("/docs", bare(s.docs))
}

// document answers with the description of the API in one of its forms.
func (s *site) document(media string, form func(*openapi.Document) []byte) handler {
	return func(c *gin.Context) error {
		api, err := s.api()
		if err != nil {
			return err
		}
		c.Header("ETag", api.Tag)
		c.Header("Cache-Control", revalidate)
		if isKnown(c, api.Tag) {
			c.Status(http.StatusNotModified)
			return nil
		}
		c.Data(http.StatusOK, media, form(api))
		return nil
	}
}

// A docsPage shows the API to people who write programs.
type docsPage struct {
	Title     string
	Reference *openapi.Reference
}

func (s *site) docs(c *gin.Context) error {
	api, err := s.api()
	if err != nil {
		return err
	}
	return writePage(c, http.StatusOK, s.pages.docs, docsPage{"The API", api.Reference()})
}
