package web

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rapporteur/graph"
	"rapporteur/internal/answer"
	"rapporteur/internal/web/cache"
)

// partsShown is how many elements of each list the answer about an entity has;
// the lists have addresses of their own.
const partsShown = 20

// An entityAnswer is what the API says of an entity.
type entityAnswer struct {
	*answer.Profile
	Href string `json:"href"` // its address in the API
}

// entity answers with all that is known of one entity, or with one of the lists
// about it. A paragraph has an address of its own, to which the client is sent.
func (s *site) entity(c *gin.Context) error {
	text := strings.TrimPrefix(c.Param("id"), "/")
	if text == "" {
		return s.searchEntities(c)
	}
	if symbol, number, ok := graph.ID(text).Paragraph(); ok {
		if _, err := parameters(c, "fields", "format"); err != nil {
			return err
		}
		c.Redirect(http.StatusSeeOther, paragraphAddress(symbol, number))
		return nil
	}
	reader, err := s.reader(c.Request.Context())
	if err != nil {
		return err
	}
	// An id may end like the address of a list, and then it is the id that is meant.
	if _, known := reader.Names.Lookup(text); !known {
		at := strings.LastIndexByte(text, '/')
		switch list := text[at+1:]; {
		case at <= 0:
		case list == mentionList:
			return s.mentions(c, reader, text[:at])
		case entityLists[list] != nil:
			return s.entityList(c, reader, text[:at], list)
		}
	}
	f, err := parameters(c, "fields", "format")
	if err != nil {
		return err
	}
	id, err := reader.Names.Resolve(text)
	if err != nil {
		return notFound{err}
	}
	return s.entityAnswer(c, reader, id, f)
}

func (s *site) entityAnswer(c *gin.Context, reader answer.Reader, id string, f form) error {
	form, err := formOf(c, f, s.ofGraphs())
	if err != nil {
		return err
	}
	if form != asJSON && form != asCSV {
		return s.showStatements(c, reader, f, form, statementsAbout(graph.ID(id)))
	}
	fields, err := fieldsOf(f, form, entityAnswer{})
	if err != nil {
		return err
	}
	if form == asCSV {
		return s.show(c, reader, view{key("facts", id), func(ctx context.Context) (*cache.Answer, error) {
			e, err := reader.Entity(ctx, id)
			if err != nil {
				return nil, err
			}
			return tableAnswer(asCSV, rowsPage{Table: factTable(e)})
		}})
	}
	wants := func(part string) bool { return len(fields) == 0 || slices.Contains(fields, part) }
	return s.show(c, reader, view{key("entity", id, strings.Join(fields, ",")), func(ctx context.Context) (*cache.Answer, error) {
		p, err := reader.Profile(ctx, id, partsShown, wants)
		if err != nil {
			return nil, err
		}
		href := apiPath("entities", id)
		more(&p.Timeline, href+"/timeline")
		more(&p.CoMentions, href+"/co-mentions")
		more(&p.Cites, href+"/cites")
		more(&p.CitedBy, href+"/cited-by")
		return chosenAnswer(entityAnswer{p, href}, fields)
	}})
}

// more says where the whole of a list is.
func more[T any](l *answer.List[T], address string) {
	if len(l.Items) < l.Total {
		l.More = address
	}
}

// paragraphAddress returns the address of a paragraph in the API.
func paragraphAddress(symbol string, number int) string {
	return apiPath("records", symbol) + fmt.Sprintf("/paragraphs/%d", number)
}
