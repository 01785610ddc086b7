package web

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/answer"
)

// A shownEntity is the page of what the graph says of an entity.
type shownEntity struct {
	Title       string
	Entity      *answer.Entity
	JSON        string
	Facts       []shownFacts
	Appearances []shownAppearance
	Around      []shownList
}

// shownFacts are the facts of one property.
type shownFacts struct {
	Label string
	Facts []shownFact
}

type shownFact struct {
	Value    shownItem
	StatedIn []shownItem
}

type shownAppearance struct {
	answer.Appearance
	Record            shownItem
	NamedIn, SpeaksIn []shownItem // numbers of paragraphs
}

func (s *site) entityPage(c *gin.Context) error {
	reader, err := s.reader(c.Request.Context())
	if err != nil {
		return err
	}
	id, err := reader.Names.Resolve(strings.TrimPrefix(c.Param("id"), "/"))
	if err != nil {
		return notFound{err}
	}
	profile, err := reader.Profile(c.Request.Context(), id, partsShown, func(part string) bool { return partsRead[part] })
	if err != nil {
		return err
	}
	e := &profile.Entity
	page := shownEntity{Title: e.Label, Entity: e, JSON: apiPath("entities", id), Facts: s.shownFacts(e.Facts), Around: shownAround(profile)}
	for _, a := range e.Appearances {
		page.Appearances = append(page.Appearances, shownAppearance{
			a, shownItem{a.Symbol, recordPath(a.Symbol)}, numbers(a.NamedIn), numbers(a.SpeaksIn),
		})
	}
	return writePage(c, http.StatusOK, s.pages.entity, page)
}

// shownFacts gathers facts, which come sorted, by property.
func (s *site) shownFacts(facts []answer.Fact) []shownFacts {
	var out []shownFacts
	for _, f := range facts {
		if n := len(out); n == 0 || out[n-1].Label != f.Property.Label {
			out = append(out, shownFacts{Label: f.Property.Label})
		}
		last := &out[len(out)-1]
		last.Facts = append(last.Facts, shownFact{shownItem{f.Value.Label, s.address(f.Value)}, cited(f.StatedIn)})
	}
	return out
}

// numbers shows paragraphs of one record by their numbers.
func numbers(paragraphs []answer.Passage) []shownItem {
	var out []shownItem
	for _, p := range paragraphs {
		out = append(out, shownItem{strconv.Itoa(p.Number), passagePath(p)})
	}
	return out
}
