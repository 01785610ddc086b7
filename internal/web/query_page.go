package web

import (
	"maps"
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"rapporteur/queries"
	"rapporteur/queries/table"
)

// A queryPage shows a named query, its form and, once asked, the answer or what
// is wrong with the question.
type queryPage struct {
	Title   string
	Form    queryForm
	Asked   bool
	Table   *table.Table
	Rows    [][][]shownItem // cells of each row, items of each cell
	CSV     string          // address of the answer as CSV
	JSON    string
	Problem *problem
	Choices []choice // what may have been meant
}

// A shownItem is an item of a cell with the address it links to, if any.
type shownItem struct{ Label, Href string }

// A choice asks the same question about a candidate.
type choice struct {
	candidate
	Href string
}

func (s *site) queryPage(c *gin.Context) error {
	q, err := s.queries.Get(c.Param("name"))
	if err != nil {
		return err
	}
	args, err := allParameters(c)
	if err != nil {
		return err
	}
	page := &queryPage{Title: q.Title, Form: queryForm{q, args}, Asked: len(args) > 0 || !asks(q)}
	if !page.Asked {
		return writePage(c, http.StatusOK, s.pages.query, page)
	}
	page.JSON = apiPath("queries", q.Name) + "?" + encode(args, "", "")
	page.CSV = apiPath("queries", q.Name) + "?" + encode(args, "format", asCSV.Name)
	status := http.StatusOK
	if page.Table, err = s.ask(c.Request.Context(), q, args); err != nil {
		p := s.problem(c, err)
		page.Problem, status = &p, p.Status
		for _, e := range p.Candidates {
			page.Choices = append(page.Choices, choice{e, "?" + encode(args, p.Parameter, e.ID)})
		}
	} else {
		page.Rows = s.shown(page.Table)
	}
	return writePage(c, status, s.pages.query, page)
}

// asks reports whether a query needs an argument.
func asks(q *queries.Query) bool {
	return slices.ContainsFunc(q.Parameters, func(p queries.Parameter) bool { return !p.Optional && p.Default == "" })
}

// encode writes arguments as the query of a URL, with one more or another one.
func encode(args form, name, value string) string {
	values := url.Values{}
	for k, v := range maps.All(args) {
		if v != "" {
			values.Set(k, v)
		}
	}
	if name != "" {
		values.Set(name, value)
	}
	return values.Encode()
}

func (s *site) shown(t *table.Table) [][][]shownItem {
	rows := make([][][]shownItem, len(t.Rows))
	for i, cells := range t.Rows {
		rows[i] = make([][]shownItem, len(cells))
		for j, cell := range cells {
			for _, item := range cell {
				rows[i][j] = append(rows[i][j], shownItem{item.Label, s.address(item)})
			}
		}
	}
	return rows
}
