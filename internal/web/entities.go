package web

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/names"
	"rapporteur/internal/web/cache"
	"rapporteur/internal/web/negotiate"
	"rapporteur/schema"
)

// An entityPage is a part of what a search found.
type entityPage struct {
	Entities []any  `json:"entities"`
	Total    int    `json:"total"`
	Offset   int    `json:"offset"`
	Limit    int    `json:"limit"`
	Next     string `json:"next,omitempty"`
}

// A nameSearch is what a request asks of the list of entities.
type nameSearch struct {
	text   string
	class  schema.Class // "" for any
	sort   []entityOrder
	fields []string
	pager  pager
	form   negotiate.Form
}

// searchEntities finds entities by name and type.
func (s *site) searchEntities(c *gin.Context) error {
	f, err := parameters(c, "q", "type", "cursor", "offset", "limit", "sort", "fields", "format")
	if err != nil {
		return err
	}
	asked, err := s.nameSearch(c, f)
	if err != nil {
		return err
	}
	reader, err := s.reader(c.Request.Context())
	if err != nil {
		return err
	}
	// The address says all, as no name in it is resolved.
	return s.show(c, reader, view{key("entities", asked.form.Name, asked.pager.address(asked.pager.asked, nil)), func(context.Context) (*cache.Answer, error) {
		return asked.answer(reader.Names)
	}})
}

func (s *site) nameSearch(c *gin.Context, f form) (a nameSearch, err error) {
	a.text = f["q"]
	if a.form, err = formOf(c, f, ofLists); err != nil {
		return a, err
	}
	types, err := s.classes(f["type"])
	if err != nil {
		return a, err
	}
	if len(types) > 1 {
		return a, badRequest{"type", errors.New("one type at a time")}
	}
	if len(types) == 1 {
		a.class = types[0]
	}
	if a.fields, err = f.chosen(candidate{}); err != nil {
		return a, err
	}
	if a.sort, err = f.entityOrder(); err != nil {
		return a, err
	}
	a.pager, err = f.pager("/api/v1/entities", defaultPage, maxPage)
	return a, err
}

// answer searches an index.
func (a nameSearch) answer(index *names.Index) (*cache.Answer, error) {
	found, total := index.Search(a.text, a.class, 0, math.MaxInt)
	sortEntities(found, a.sort)
	w, err := a.pager.window(total, func(i int) string { return found[i].ID })
	if err != nil {
		return nil, err
	}
	page := entityPage{Entities: []any{}, Total: total, Offset: w.offset, Limit: a.pager.limit, Next: w.next}
	if a.form == asCSV {
		return tableAnswer(asCSV, rowsPage{entityTable(found[w.start:w.end], a.fields), w})
	}
	for _, e := range candidates(found[w.start:w.end]) {
		one, err := only(e, a.fields)
		if err != nil {
			return nil, err
		}
		page.Entities = append(page.Entities, one)
	}
	answer, err := jsonAnswer(page)
	if err == nil {
		w.link(answer.Header)
	}
	return answer, err
}

// classes reads names of classes, parted by commas.
func (s *site) classes(text string) ([]schema.Class, error) {
	var classes []schema.Class
	for word := range strings.SplitSeq(text, ",") {
		if word = strings.TrimSpace(word); word == "" {
			continue
		}
		class, err := s.class(word)
		if err != nil {
			return nil, badRequest{"type", err}
		}
		classes = append(classes, class)
	}
	return classes, nil
}

// class finds a class by its name in any case; the error lists those there are.
func (s *site) class(word string) (schema.Class, error) {
	var known []string
	for _, def := range s.schema.Classes() {
		if def.ID == schema.ClassMention || def.ID == schema.ClassParagraph {
			continue // no entities of their own
		}
		if strings.EqualFold(string(def.ID), word) {
			return def.ID, nil
		}
		known = append(known, string(def.ID))
	}
	return "", fmt.Errorf("there is no type %q; there are %s", word, strings.Join(known, ", "))
}
