package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"rapporteur/queries"
	"rapporteur/queries/table"
)

// A question is a named query as the API lists it.
type question struct {
	*queries.Query
	Gizmo string `json:"gizmo,omitempty"` // its file, header included
	Href  string `json:"href"`
}

func (s *site) listQueries(c *gin.Context) error {
	list := []question{}
	for _, q := range s.queries.All() {
		list = append(list, question{q, q.Source(), apiPath("queries", q.Name)})
	}
	return writeJSON(c, http.StatusOK, map[string][]question{"queries": list})
}

// The forms of an answer.
const (
	formatJSON = "json"
	formatCSV  = "csv"
	formatText = "text"
)

// truncatedHeader marks an answer that lacks rows where its form cannot say so.
const truncatedHeader = "Rapporteur-Truncated"

// runQuery answers a named query.
func (s *site) runQuery(c *gin.Context) error {
	q, err := s.queries.Get(c.Param("name"))
	if err != nil {
		return err
	}
	args, err := allParameters(c) // those of the query, which refuses others itself
	if err != nil {
		return err
	}
	format, err := formatOf(args.take("format"), c.GetHeader("Accept"))
	if err != nil {
		return err
	}
	t, err := s.ask(c.Request.Context(), q, args)
	if err != nil {
		return err
	}
	return writeTable(c, t, format)
}

// ask answers a query under the limits of the site.
func (s *site) ask(ctx context.Context, q *queries.Query, args form) (*table.Table, error) {
	start := time.Now()
	t, err := s.answerQuery(ctx, q, args)
	s.measure(q.Name, start, err)
	return t, err
}

func (s *site) answerQuery(ctx context.Context, q *queries.Query, args form) (*table.Table, error) {
	index, err := s.names.Latest(ctx)
	if err != nil {
		return nil, err
	}
	return queries.Run(ctx, s.graph, index, q, args)
}

// formatOf chooses the form of an answer: what is asked for by name, or the first
// that the Accept header names.
func formatOf(name, accept string) (string, error) {
	switch name {
	case formatJSON, formatCSV, formatText:
		return name, nil
	case "":
	default:
		return "", badRequest{"format", errors.New("a format is json, csv or text")}
	}
	for wanted := range strings.SplitSeq(accept, ",") {
		switch media, _, _ := mime.ParseMediaType(wanted); media {
		case "application/json", "*/*":
			return formatJSON, nil
		case "text/csv":
			return formatCSV, nil
		case "text/plain":
			return formatText, nil
		}
	}
	return formatJSON, nil
}

func writeTable(c *gin.Context, t *table.Table, format string) error {
	if format == formatJSON {
		return writeJSON(c, http.StatusOK, t)
	}
	var b strings.Builder
	media, write := "text/csv; charset=utf-8; header=present", t.WriteCSV
	if format == formatText {
		media = "text/plain; charset=utf-8"
		write = func(w io.Writer) error { return t.WriteText(w, 0) }
	}
	if err := write(&b); err != nil {
		return fmt.Errorf("writing the answer: %w", err)
	}
	if t.Truncated {
		c.Header(truncatedHeader, "rows")
	}
	if format == formatCSV {
		c.Header("Content-Disposition", fmt.Sprintf("attachment; filename=%q", t.Query+".csv"))
	}
	c.Data(http.StatusOK, media, []byte(b.String()))
	return nil
}

func parameterNames(q *queries.Query) []string {
	names := make([]string, len(q.Parameters))
	for i, p := range q.Parameters {
		names[i] = p.Name
	}
	return names
}
