package web

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rapporteur/graph"
	"rapporteur/internal/answer"
	"rapporteur/internal/web/cache"
	"rapporteur/internal/web/negotiate"
	"rapporteur/queries"
	"rapporteur/queries/table"
	"rapporteur/schema"
)

// recordsQuery is the named query behind the list of records, whose parameters
// the list takes as well.
const recordsQuery = "records"

// A recordList is a part of the list of records, each an object with the columns
// of the query.
type recordList struct {
	Records   json.RawMessage `json:"records"`
	Total     int             `json:"total"`
	Offset    int             `json:"offset"`
	Limit     int             `json:"limit"`
	Next      string          `json:"next,omitempty"`
	Truncated bool            `json:"truncated"`
}

func (s *site) listRecords(c *gin.Context) error {
	q, err := s.queries.Get(recordsQuery)
	if err != nil {
		return err
	}
	f, err := parameters(c, append(parameterNames(q), "cursor", "offset", "limit", "sort", "fields", "format")...)
	if err != nil {
		return err
	}
	form, err := formOf(c, f, ofLists)
	if err != nil {
		return err
	}
	reader, err := s.reader(c.Request.Context())
	if err != nil {
		return err
	}
	a, err := s.askedRows(q, reader, f, "/api/v1/records", defaultPage, maxPage)
	if err != nil {
		return err
	}
	return s.show(c, reader, view{key("list", a.key(form.Name)), func(ctx context.Context) (*cache.Answer, error) {
		return a.recordsAnswer(ctx, form)
	}})
}

// recordsAnswer reads a part of the list of records.
func (a askedRows) recordsAnswer(ctx context.Context, form negotiate.Form) (*cache.Answer, error) {
	r, err := a.rows(ctx)
	if err != nil {
		return nil, err
	}
	if form != asJSON {
		return tableAnswer(form, r)
	}
	rows, err := rowsOf(r.Table)
	if err != nil {
		return nil, err
	}
	answer, err := jsonAnswer(recordList{rows, r.Part.Total, r.offset, a.pager.limit, r.next, r.Truncated})
	if err == nil {
		r.link(answer.Header)
	}
	return answer, err
}

// rowsOf returns the rows of a table in the JSON of tables.
func rowsOf(t *table.Table) (json.RawMessage, error) {
	whole, err := json.Marshal(t)
	if err != nil {
		return nil, fmt.Errorf("writing the answer: %w", err)
	}
	var parts struct{ Rows json.RawMessage }
	err = json.Unmarshal(whole, &parts)
	return parts.Rows, err
}

func parameterNames(q *queries.Query) []string {
	names := make([]string, len(q.Parameters))
	for i, p := range q.Parameters {
		names[i] = p.Name
	}
	return names
}

// paragraphOf parts the address of a paragraph from that of its record.
var paragraphOf = regexp.MustCompile(`^(.+)/paragraphs/([^/]*)$`)

// record answers with a record, or with one of its paragraphs.
func (s *site) record(c *gin.Context) error {
	symbol := strings.TrimPrefix(c.Param("symbol"), "/")
	if symbol == "" {
		return s.listRecords(c)
	}
	f, err := parameters(c, "fields", "format")
	if err != nil {
		return err
	}
	form, err := formOf(c, f, s.ofGraphs())
	if err != nil {
		return err
	}
	number, isParagraph := 0, false
	if m := paragraphOf.FindStringSubmatch(symbol); m != nil {
		symbol, isParagraph = m[1], true
		number = paragraphNumber(m[2])
	}
	reader, id, err := s.findRecord(c.Request.Context(), symbol)
	if err != nil {
		return err
	}
	if isParagraph {
		return s.showParagraph(c, reader, f, form, graph.ParagraphID(graph.ID(id).Name(), number))
	}
	return s.showRecord(c, reader, f, form, graph.ID(id))
}

// paragraphNumber reads a number of at most nine digits; anything else is 0, which
// no paragraph has.
func paragraphNumber(text string) int {
	n, err := strconv.ParseUint(text, 10, 32)
	if err != nil || len(text) > 9 {
		return 0
	}
	return int(n)
}

// findRecord finds a record by its symbol or id.
func (s *site) findRecord(ctx context.Context, symbol string) (answer.Reader, string, error) {
	reader, err := s.reader(ctx)
	if err != nil {
		return reader, "", err
	}
	id, err := reader.Names.Resolve(symbol, schema.ClassSummaryRecord)
	if err != nil {
		return reader, "", notFound{fmt.Errorf("record: %w", err)}
	}
	return reader, id, nil
}
