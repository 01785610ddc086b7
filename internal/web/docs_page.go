package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/web/openapi"
)

// A docsPage shows the API to people who write programs.
type docsPage struct {
	Title     string
	Reference *openapi.Reference
}

func (s *site) docs(c *gin.Context) error {
	return writePage(c, http.StatusOK, s.pages.docs, docsPage{"The API", s.api.Reference()})
}
