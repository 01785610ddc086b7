package web

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/answer"
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
	Truncated bool            `json:"truncated"`
}

func (s *site) listRecords(c *gin.Context) error {
	q, err := s.queries.Get(recordsQuery)
	if err != nil {
		return err
	}
	f, err := parameters(c, append(parameterNames(q), "offset", "limit")...)
	if err != nil {
		return err
	}
	offset, limit, err := f.page()
	if err != nil {
		return err
	}
	f.take("offset")
	f.take("limit")
	t, err := s.ask(c.Request.Context(), q, f)
	if err != nil {
		return err
	}
	total := len(t.Rows)
	start := min(offset, total)
	t.Rows = t.Rows[start:min(start+limit, total)]
	rows, err := rowsOf(t)
	if err != nil {
		return err
	}
	return writeJSON(c, http.StatusOK, recordList{rows, total, offset, limit, t.Truncated})
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

// paragraphOf parts the address of a paragraph from that of its record.
var paragraphOf = regexp.MustCompile(`^(.+)/paragraphs/([0-9]{1,9})$`)

// record answers with a record, or with one of its paragraphs.
func (s *site) record(c *gin.Context) error {
	symbol := strings.TrimPrefix(c.Param("symbol"), "/")
	if symbol == "" {
		return s.listRecords(c)
	}
	if _, err := parameters(c); err != nil {
		return err
	}
	ctx := c.Request.Context()
	var answer any
	var err error
	if m := paragraphOf.FindStringSubmatch(symbol); m != nil {
		number, _ := strconv.Atoi(m[2]) // the pattern allows nine digits
		answer, err = s.readParagraph(ctx, m[1], number)
	} else {
		answer, err = s.readRecord(ctx, symbol)
	}
	if err != nil {
		return err
	}
	return writeJSON(c, http.StatusOK, answer)
}

func (s *site) readRecord(ctx context.Context, symbol string) (*answer.Record, error) {
	reader, id, err := s.findRecord(ctx, symbol)
	if err != nil {
		return nil, err
	}
	return reader.Record(ctx, id)
}

func (s *site) readParagraph(ctx context.Context, symbol string, number int) (*answer.Paragraph, error) {
	reader, id, err := s.findRecord(ctx, symbol)
	if err != nil {
		return nil, err
	}
	return reader.Paragraph(ctx, id, number)
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
