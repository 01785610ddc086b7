package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/web/negotiate"
	"rapporteur/queries/gizmo"
	"rapporteur/queries/gizmo/results"
)

// ofResults are the forms of the rows of an ad-hoc query.
var ofResults = []negotiate.Form{asJSON, asJSONLD, asCSV}

func (s *site) routeGizmo(r router) {
	r.get("/api/v1/gizmo", s.runGizmo)
	r.post("/api/v1/gizmo", s.runGizmo)
}

// runGizmo answers an ad-hoc query, by the parameter "query" or in the body.
func (s *site) runGizmo(c *gin.Context) error {
	start := time.Now()
	err := s.answerGizmo(c)
	s.measure(AdHoc, start, err)
	return err
}

func (s *site) answerGizmo(c *gin.Context) error {
	text, f, err := gizmoQuery(c.Request)
	if err != nil {
		return err
	}
	shape, err := formOf(c, f, ofResults)
	if err != nil {
		return err
	}
	full, err := f.yes("expand")
	if err != nil {
		return err
	}
	program, err := s.programs.compile(text)
	if err != nil {
		return err
	}
	result, err := s.graph.Run(c.Request.Context(), program, gizmo.Limits{})
	if err != nil {
		return err
	}
	return writeResult(c, shape, result, results.Options{Full: full, Context: contextAddress})
}

// contextAddress is the context of JSON-LD, by reference.
var contextAddress = json.RawMessage(`"/api/v1/context.jsonld"`)

// writeResult answers with the rows of a query. That rows are missing is said within
// JSON, and by a header for all forms.
func writeResult(c *gin.Context, shape negotiate.Form, result *gizmo.Result, o results.Options) error {
	write := results.WriteJSON
	switch shape.Name {
	case asJSONLD.Name:
		write = results.WriteJSONLD
	case asCSV.Name:
		write = results.WriteCSV
	}
	var b bytes.Buffer
	if err := write(&b, result, o); err != nil {
		return err
	}
	sayTruncated(c, result)
	c.Data(http.StatusOK, shape.Type, b.Bytes())
	return nil
}

// sayTruncated says in a header that there are or may be more rows.
func sayTruncated(c *gin.Context, result *gizmo.Result) {
	if result.Truncated {
		c.Header("Rapporteur-Truncated", "rows")
	}
}

// gizmoQuery reads the text of the query and the parameters that say how to answer.
func gizmoQuery(r *http.Request) (text string, f form, err error) {
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return "", nil, badRequest{"", errors.New("the parameters cannot be read; write % as %25, & as %26 and + as %2B within them")}
	}
	given := values["query"]
	delete(values, "query") // unlike others it may have several lines
	if f, err = onceEach(values); err == nil {
		err = f.only("format", "expand")
	}
	switch {
	case err != nil:
		return "", nil, err
	case r.Method == http.MethodPost && len(given) > 0:
		return "", nil, badRequest{"query", errors.New("with POST the query stands in the body")}
	case r.Method == http.MethodPost:
		text, err = queryText(r)
	case len(given) > 1:
		return "", nil, badRequest{"query", errors.New("it is given more than once")}
	case len(given) == 1:
		text, err = checked(given[0])
	default:
		text, err = checked("")
	}
	return text, f, err
}

// checked refuses what is no text of a query.
func checked(text string) (string, error) {
	switch {
	case !utf8.ValidString(text):
		return "", badRequest{"", errors.New("the query is not UTF-8")}
	case strings.TrimSpace(text) == "":
		return "", badRequest{"query", errors.New("no query is given")}
	}
	return text, nil
}
