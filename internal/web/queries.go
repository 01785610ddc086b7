package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/answer"
	"rapporteur/internal/names"
	"rapporteur/internal/web/cache"
	"rapporteur/internal/web/negotiate"
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
	f, err := parameters(c, "format")
	if err != nil {
		return err
	}
	if _, err := formOf(c, f, onlyJSON); err != nil {
		return err
	}
	list := []question{}
	for _, q := range s.queries.All() {
		list = append(list, question{q, q.Source(), apiPath("queries", q.Name)})
	}
	return s.fixed(c, view{key("queries"), func(context.Context) (*cache.Answer, error) {
		return jsonAnswer(map[string][]question{"queries": list})
	}})
}

// truncatedHeader marks an answer that lacks rows where its form cannot say so.
const truncatedHeader = "Rapporteur-Truncated"

// maxRowsPage is the largest page of a named query, which without a limit gives
// all its rows.
const maxRowsPage = 10_000

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
	form, err := formOf(c, args, ofTables)
	if err != nil {
		return err
	}
	reader, err := s.reader(c.Request.Context())
	if err != nil {
		return err
	}
	a, err := s.askedRows(q, reader, args, apiPath("queries", q.Name), 0, maxRowsPage)
	if err != nil {
		return err
	}
	return s.show(c, reader, view{a.key(form.Name), func(ctx context.Context) (*cache.Answer, error) {
		r, err := a.rows(ctx)
		if err != nil {
			return nil, err
		}
		return tableAnswer(form, r)
	}})
}

// askedRows are rows of a named query that a request asks for.
type askedRows struct {
	site    *site
	query   *queries.Query
	reader  answer.Reader
	args    form // of the query alone
	means   string
	pager   pager
	sort    []string
	columns []string // nil for all
}

// askedRows reads what a request asks of a query; args are all parameters.
func (s *site) askedRows(q *queries.Query, reader answer.Reader, args form, path string, def, most int) (a askedRows, err error) {
	a = askedRows{site: s, query: q, reader: reader, args: args}
	a.columns, a.sort = args.names("fields"), args.names("sort")
	if a.pager, err = args.pager(path, def, most); err != nil {
		return a, err
	}
	for _, name := range []string{"fields", "sort", "format"} {
		delete(args, name)
	}
	a.means, err = q.Key(reader.Names, args)
	return a, err
}

// key tells the rows in a form from all others. A link to the next page repeats
// what was asked, so that counts where there is one.
func (a askedRows) key(form string) string {
	k := key(form, a.means, strings.Join(a.sort, ","), strings.Join(a.columns, ","))
	if a.pager.whole() {
		return k
	}
	return key(k, a.pager.path, a.pager.address(a.pager.asked, nil))
}

// A rowsPage is a part of the answer to a named query.
type rowsPage struct {
	*table.Table
	window
}

// rows reads the rows.
func (a askedRows) rows(ctx context.Context) (r rowsPage, err error) {
	if r.Table, err = a.site.run(ctx, a.reader.Names, a.query, a.args); err != nil {
		return r, err
	}
	if err = a.query.Arrange(r.Table, a.sort); err != nil {
		return r, columnError("sort", err)
	}
	total := len(r.Rows)
	if r.window, err = a.pager.window(total, r.Key); err != nil {
		return r, err
	}
	r.Rows = r.Rows[r.start:r.end]
	if !a.pager.whole() {
		r.Part = &table.Part{Total: total, Next: r.next}
	}
	if len(a.columns) > 0 {
		err = columnError("fields", queries.Choose(r.Table, a.columns))
	}
	return r, err
}

func columnError(parameter string, err error) error {
	if errors.Is(err, queries.ErrNoColumn) {
		return badRequest{parameter, err}
	}
	return err
}

// tableAnswer writes rows in a form.
func tableAnswer(form negotiate.Form, r rowsPage) (*cache.Answer, error) {
	body, err := tableBody(form, r.Table)
	if err != nil {
		return nil, fmt.Errorf("writing the answer: %w", err)
	}
	a := newAnswer(form, body)
	r.link(a.Header)
	if r.Truncated && form != asJSON {
		a.Header[truncatedHeader] = "rows"
	}
	if form == asCSV {
		a.Header["Content-Disposition"] = fmt.Sprintf("attachment; filename=%q", r.Query+".csv")
	}
	return a, nil
}

func tableBody(form negotiate.Form, t *table.Table) ([]byte, error) {
	var b bytes.Buffer
	switch form {
	case asCSV:
		err := t.WriteCSV(&b)
		return b.Bytes(), err
	case asText:
		err := t.WriteText(&b, 0)
		return b.Bytes(), err
	}
	return jsonBody(t)
}

// run answers a query under the limits of the site and tells how long it took.
func (s *site) run(ctx context.Context, index *names.Index, q *queries.Query, args form) (*table.Table, error) {
	start := time.Now()
	t, err := queries.Run(ctx, s.graph.named(), index, q, args)
	s.measure(q.Name, start, err)
	return t, err
}
