package web

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/answer"
	"rapporteur/internal/web/cache"
	"rapporteur/queries/table"
)

// entityLists are the lists about an entity by the end of their address.
var entityLists = map[string]func(answer.Reader, context.Context, string) (elements, error){
	"timeline":    elementsOf(answer.Reader.Timeline, func(m answer.Moment) string { return m.ID }, momentSheet),
	"co-mentions": elementsOf(answer.Reader.CoMentions, func(e answer.Counted) string { return e.ID }, countedSheet),
	"cites":       elementsOf(answer.Reader.Cites, func(e answer.Counted) string { return e.ID }, countedSheet),
	"cited-by":    elementsOf(answer.Reader.CitedBy, keyOfVoice, voiceSheet),
}

// elements are those of a list, of whatever kind.
type elements struct {
	items   []any
	key     func(int) string
	columns []table.Column
	row     func(any) []table.Cell
	cut     bool
}

// elementsOf makes a list of any kind of what reads one of a certain kind.
func elementsOf[T any](read func(answer.Reader, context.Context, string) ([]T, bool, error), key func(T) string, in sheet[T]) func(answer.Reader, context.Context, string) (elements, error) {
	return func(r answer.Reader, ctx context.Context, id string) (elements, error) {
		all, cut, err := read(r, ctx, id)
		e := elements{
			items: anyOf(all), key: func(i int) string { return key(all[i]) }, cut: cut,
			columns: in.columns, row: func(one any) []table.Cell { return in.row(one.(T)) },
		}
		return e, err
	}
}

// anyOf is a list whose elements may be anything.
func anyOf[T any](list []T) []any {
	out := make([]any, len(list))
	for i, one := range list {
		out[i] = one
	}
	return out
}

func keyOfVoice(v answer.Voice) string {
	text := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	return key(text(v.ID), text(v.Name), text(v.Role))
}

// A listAnswer is a part of a list about an entity.
type listAnswer struct {
	Entity    answer.Named `json:"entity"`
	Items     []any        `json:"items"`
	Total     int          `json:"total"`
	Offset    int          `json:"offset"`
	Limit     int          `json:"limit"`
	Next      string       `json:"next,omitempty"`
	Truncated bool         `json:"truncated"`
}

// entityList answers with a list about the entity that text names.
func (s *site) entityList(c *gin.Context, reader answer.Reader, text, list string) error {
	f, err := parameters(c, "cursor", "offset", "limit", "sort", "format")
	if err != nil {
		return err
	}
	form, err := formOf(c, f, ofLists)
	if err != nil {
		return err
	}
	backwards, err := f.backwards(list)
	if err != nil {
		return err
	}
	id, err := reader.Names.Resolve(text)
	if err != nil {
		return notFound{err}
	}
	pager, err := f.pager(apiPath("entities", id)+"/"+list, defaultPage, maxPage)
	if err != nil {
		return err
	}
	return s.show(c, reader, view{key("list", form.Name, pager.address(pager.asked, nil)), func(ctx context.Context) (*cache.Answer, error) {
		e, err := entityLists[list](reader, ctx, id)
		if err != nil {
			return nil, err
		}
		if backwards {
			e.reverse()
		}
		w, err := pager.window(len(e.items), e.key)
		if err != nil {
			return nil, err
		}
		if form == asCSV {
			return tableAnswer(asCSV, rowsPage{e.table(list, w), w})
		}
		return listAnswer{reader.Named(id), e.items[w.start:w.end], len(e.items), w.offset, pager.limit, w.next, e.cut}.answer(w)
	}})
}

// backwards reports whether a timeline is asked for from its end.
func (f form) backwards(list string) (bool, error) {
	switch by := strings.TrimSpace(f["sort"]); {
	case by == "":
		return false, nil
	case list != "timeline":
		return false, badRequest{"sort", errors.New("the most frequent come first here, in no other order")}
	case by != "date" && by != "-date":
		return false, badRequest{"sort", fmt.Errorf("a timeline is sorted by date or -date, not by %q", by)}
	default:
		return by == "-date", nil
	}
}

// reverse turns the order of a timeline around. What has no date stays last.
func (e *elements) reverse() {
	dated := slices.IndexFunc(e.items, func(one any) bool { return one.(answer.Moment).Date == nil })
	if dated < 0 {
		dated = len(e.items)
	}
	slices.Reverse(e.items[:dated])
	before := e.key
	e.key = func(i int) string {
		if i < dated {
			i = dated - 1 - i
		}
		return before(i)
	}
}

// answer is the page of a window.
func (l listAnswer) answer(w window) (*cache.Answer, error) {
	a, err := jsonAnswer(l)
	if err == nil {
		w.link(a.Header)
	}
	return a, err
}

func (e elements) table(name string, w window) *table.Table {
	t := &table.Table{Query: name, Columns: e.columns, Truncated: e.cut}
	for _, one := range e.items[w.start:w.end] {
		t.Rows = append(t.Rows, e.row(one))
	}
	return t
}
