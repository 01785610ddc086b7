package web

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"rapporteur/graph"
	"rapporteur/schema"
)

// An entityPage is a part of what a search found.
type entityPage struct {
	Entities []candidate `json:"entities"`
	Total    int         `json:"total"`
	Offset   int         `json:"offset"`
	Limit    int         `json:"limit"`
}

// searchEntities finds entities by name and type.
func (s *site) searchEntities(c *gin.Context) error {
	f, err := parameters(c, "q", "type", "offset", "limit")
	if err != nil {
		return err
	}
	offset, limit, err := f.page()
	if err != nil {
		return err
	}
	types, err := s.classes(f["type"])
	if err != nil {
		return err
	}
	if len(types) > 1 {
		return badRequest{"type", errors.New("one type at a time")}
	}
	index, err := s.names.Latest(c.Request.Context())
	if err != nil {
		return err
	}
	var class schema.Class
	if len(types) == 1 {
		class = types[0]
	}
	found, total := index.Search(f["q"], class, offset, limit)
	return writeJSON(c, http.StatusOK, entityPage{candidates(found), total, offset, limit})
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

// entity answers with all that is known of one entity. A paragraph has an
// address of its own, to which the client is sent.
func (s *site) entity(c *gin.Context) error {
	text := strings.TrimPrefix(c.Param("id"), "/")
	if text == "" {
		return s.searchEntities(c)
	}
	if _, err := parameters(c); err != nil {
		return err
	}
	if symbol, number, ok := graph.ID(text).Paragraph(); ok {
		c.Redirect(http.StatusSeeOther, apiPath("records", symbol)+fmt.Sprintf("/paragraphs/%d", number))
		return nil
	}
	reader, err := s.reader(c.Request.Context())
	if err != nil {
		return err
	}
	id, err := reader.Names.Resolve(text)
	if err != nil {
		return notFound{err}
	}
	e, err := reader.Entity(c.Request.Context(), id)
	if err != nil {
		return err
	}
	return writeJSON(c, http.StatusOK, e)
}
