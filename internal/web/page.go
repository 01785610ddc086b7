package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"path"
	"strings"

	"github.com/gin-gonic/gin"
)

//go:embed page/*.html
var pageFiles embed.FS

//go:embed static
var staticFiles embed.FS

// pages are the templates, each with the layout around it.
type pages struct{ docs, problem, card *template.Template }

func loadPages() (*pages, error) {
	p := &pages{}
	for name, to := range map[string]**template.Template{
		"docs": &p.docs, "problem": &p.problem,
	} {
		t, err := template.New("layout.html").ParseFS(pageFiles, "page/layout.html", "page/"+name+".html")
		if err != nil {
			return nil, fmt.Errorf("page %s: %w", name, err)
		}
		*to = t
	}
	var err error
	if p.card, err = template.ParseFS(pageFiles, "page/card.html"); err != nil { // no layout: it stands in another's page
		return nil, fmt.Errorf("page card: %w", err)
	}
	return p, nil
}

// writePage writes a page whole or not at all.
func writePage(c *gin.Context, status int, t *template.Template, data any) error {
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		return fmt.Errorf("writing the page: %w", err)
	}
	c.Data(status, "text/html; charset=utf-8", b.Bytes())
	return nil
}

// static answers with a style sheet that pages load.
func (s *site) static(c *gin.Context) error {
	name := path.Join("static", path.Clean("/"+c.Param("file")))
	data, err := staticFiles.ReadFile(name)
	if err != nil {
		return notFound{errNoRoute}
	}
	c.Header("Cache-Control", "max-age=300")
	c.Data(http.StatusOK, "text/css; charset=utf-8", data)
	return nil
}

// page turns a handler's error into a page that shows it to a person.
func (s *site) page(h handler) handler {
	return func(c *gin.Context) error {
		if err := h(c); err != nil {
			return s.failPage(c, err)
		}
		return nil
	}
}

func (s *site) failPage(c *gin.Context, err error) error {
	p := s.problem(c, err)
	return writePage(c, p.Status, s.pages.problem, problemPage{Title: p.Title, Problem: p})
}

type problemPage struct {
	Title   string
	Problem problem
}

// Heading begins with a capital, as a sentence does.
func (p problem) Heading() string {
	if p.Detail == "" {
		return p.Title
	}
	return strings.ToUpper(p.Detail[:1]) + p.Detail[1:]
}
