package web

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/gin-gonic/gin"

	"rapporteur/internal/answer"
	"rapporteur/internal/search"
	"rapporteur/internal/web/cache"
	"rapporteur/queries/table"
	"rapporteur/schema"
)

// mentionList is the end of the address of the paragraphs that name an entity. Unlike
// the other lists about it, this one can be narrowed, and of the paragraphs only those
// of the page are read.
const mentionList = "mentions"

// mentions answers with the paragraphs that name the entity that text names, with the
// words in context.
func (s *site) mentions(c *gin.Context, reader answer.Reader, text string) error {
	f, err := parameters(c, "record", "body", "state", "role", "cursor", "offset", "limit", "format")
	if err != nil {
		return err
	}
	form, err := formOf(c, f, ofLists)
	if err != nil {
		return err
	}
	only, err := f.narrowing(reader)
	if err != nil {
		return err
	}
	id, err := reader.Names.Resolve(text)
	if err != nil {
		return notFound{err}
	}
	pager, err := f.pager(apiPath("entities", id)+"/"+mentionList, defaultPage, maxPage)
	if err != nil {
		return err
	}
	return s.show(c, reader, view{key("list", form.Name, pager.address(pager.asked, nil)), func(ctx context.Context) (*cache.Answer, error) {
		paragraphs, cut, err := reader.Mentioning(ctx, id, only)
		if err != nil {
			return nil, err
		}
		w, err := pager.window(len(paragraphs), func(i int) string { return paragraphs[i] })
		if err != nil {
			return nil, err
		}
		quotes, cutHere, err := reader.Quotes(ctx, id, paragraphs[w.start:w.end])
		if err != nil {
			return nil, err
		}
		page := listAnswer{reader.Named(id), anyOf(quotes), len(paragraphs), w.offset, pager.limit, w.next, cut || cutHere}
		if form == asCSV {
			return tableAnswer(asCSV, rowsPage{quoteTable(quotes, page.Truncated), w})
		}
		return page.answer(w)
	}})
}

// narrowing reads which paragraphs to list; names become ids.
func (f form) narrowing(reader answer.Reader) (n answer.Narrowing, err error) {
	for _, by := range []struct {
		parameter string
		class     schema.Class
		to        *string
	}{
		{"record", schema.ClassSummaryRecord, &n.Record}, {"body", schema.ClassBody, &n.Body}, {"state", schema.ClassCountry, &n.State},
	} {
		if f[by.parameter] == "" {
			continue
		}
		if *by.to, err = reader.Names.Resolve(f[by.parameter], by.class); err != nil {
			return n, badRequest{by.parameter, err}
		}
	}
	n.Role = strings.ToLower(f["role"])
	if n.Role != "" && !slices.Contains(search.Roles(), n.Role) {
		return n, badRequest{"role", fmt.Errorf("there is no role %q; there are %s", f["role"], strings.Join(search.Roles(), ", "))}
	}
	return n, nil
}

// quoteTable is quotes for spreadsheets, a row each.
func quoteTable(quotes []answer.Quote, truncated bool) *table.Table {
	t := &table.Table{Query: mentionList, Truncated: truncated, Columns: []table.Column{
		{Name: "paragraph", Type: table.Paragraph}, {Name: "date", Type: table.Date}, {Name: "body", Type: table.Entity},
		{Name: "meeting", Type: table.Entity}, {Name: "record", Type: table.Record}, {Name: "section", Type: table.Text},
		{Name: "speaker", Type: table.Entity}, {Name: "role", Type: table.Text}, {Name: "speaks_for", Type: table.Entity},
		{Name: "mentions", Type: table.Integer}, {Name: "fragment", Type: table.Text},
	}}
	for _, q := range quotes {
		speaker, role, speaksFor := table.Cell(nil), table.Cell(nil), table.Cell(nil)
		if s := q.Speaker; s != nil {
			speaker, role, speaksFor = speakerCell(s), textCell(s.Role), refCell(s.SpeaksFor)
		}
		t.Rows = append(t.Rows, []table.Cell{
			{{Type: table.Paragraph, Value: quad.IRI(q.ID), Label: q.CiteAs}}, textCell(q.Date), refCell(q.Body), refCell(q.Meeting),
			{{Type: table.Record, Value: quad.IRI(q.Record.ID), Label: q.Symbol}}, textCell(q.Section),
			speaker, role, speaksFor, numberCell(q.Mentions), textCell(&q.Fragment.Text),
		})
	}
	return t
}
