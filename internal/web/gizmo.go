package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/web/cache"
	"rapporteur/internal/web/negotiate"
	"rapporteur/queries/gizmo"
	"rapporteur/queries/gizmo/results"
)

// ofResults are the forms of the rows of an ad-hoc query.
var ofResults = []negotiate.Form{asJSON, asJSONLD, asCSV}

func (s *site) routeGizmo(r router) {
	r.get("/api/v1/gizmo", s.runGizmo)
	r.post("/api/v1/gizmo", s.runGizmo)
	r.get("/api/v1/gizmo/methods", s.gizmoMethods)
}

// runGizmo answers an ad-hoc query, by the parameter "query" or in the body.
func (s *site) runGizmo(c *gin.Context) error {
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
	return s.asked(c, view{key("gizmo", shape.Name, strconv.FormatBool(full), text), func(ctx context.Context) (*cache.Answer, error) {
		result, err := s.runAdHoc(ctx, program, gizmo.Limits{})
		if err != nil {
			return nil, err
		}
		return resultAnswer(shape, result, results.Options{Full: full, Context: contextAddress})
	}})
}

// runAdHoc runs a program and tells how long it took.
func (s *site) runAdHoc(ctx context.Context, program *gizmo.Program, lim gizmo.Limits) (*gizmo.Result, error) {
	start := time.Now()
	result, err := s.graph.Run(ctx, program, lim)
	s.measure(AdHoc, start, err)
	return result, err
}

// contextAddress is the context of JSON-LD, by reference.
var contextAddress = json.RawMessage(`"/api/v1/context.jsonld"`)

// resultAnswer is the answer of the rows of a query. That rows are missing is said
// within JSON, and by a header for all forms.
func resultAnswer(shape negotiate.Form, result *gizmo.Result, o results.Options) (*cache.Answer, error) {
	write := results.WriteJSON
	switch shape.Name {
	case asJSONLD.Name:
		write = results.WriteJSONLD
	case asCSV.Name:
		write = results.WriteCSV
	}
	var b bytes.Buffer
	if err := write(&b, result, o); err != nil {
		return nil, err
	}
	a := newAnswer(shape, b.Bytes())
	sayTruncated(a, result)
	return a, nil
}

// sayTruncated says in a header that there are or may be more rows.
func sayTruncated(a *cache.Answer, result *gizmo.Result) {
	if result.Truncated {
		a.Header[truncatedHeader] = "rows"
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
