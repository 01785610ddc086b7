package web

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/web/ui"
)

// explored are the addresses that the explorer shows: all get the same page, whose
// script reads the address. Script and style come from files, as the policy wants it.
var explored = []string{
	"/", "/search", "/queries", "/queries/:name", "/records", "/records/*symbol", "/entities", "/entities/*id",
	"/network", "/agreements", "/topics", "/console", "/corrections",
}

func (s *site) routeExplorer(r router) {
	for _, path := range explored {
		r.page(path, s.explorer)
	}
	r.get("/assets/*file", s.asset)
}

// explorer answers with the page of the explorer.
func (s *site) explorer(c *gin.Context) error {
	shell, err := ui.Shell()
	if err != nil {
		return err
	}
	tag := tagOf(string(shell.Data))
	if isKnown(c, tag) {
		notModified(c, tag)
		return nil
	}
	c.Header(entityTag, tag)
	c.Header("Cache-Control", revalidate) // it names the files of this version
	c.Data(http.StatusOK, shell.Type, shell.Data)
	return nil
}

// nowhere answers where there is nothing: with the explorer, which says so, for who
// reads pages.
func (s *site) nowhere(c *gin.Context) error {
	if !strings.Contains(c.GetHeader("Accept"), "text/html") || strings.HasPrefix(c.Request.URL.Path, "/api/") {
		return errNoRoute
	}
	shell, err := ui.Shell()
	if err != nil {
		return err
	}
	c.Data(http.StatusNotFound, shell.Type, shell.Data)
	return nil
}

// asset answers with a file that the explorer loads. Its name changes with its
// content, so it may be kept for good.
func (s *site) asset(c *gin.Context) error {
	file, err := ui.Asset(c.Param("file"))
	if err != nil {
		return notFound{errNoRoute}
	}
	c.Header("Cache-Control", "public, max-age=31536000, immutable")
	c.Data(http.StatusOK, file.Type, file.Data)
	return nil
}
