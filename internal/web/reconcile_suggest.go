package web

import (
	"errors"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/reconcile"
)

// suggestForm reads the parameters of a suggest service. Widgets send many of
// their own, which are left alone.
func suggestForm(c *gin.Context) (prefix string, cursor int, f form, err error) {
	f, err = allParameters(c)
	if err != nil {
		return "", 0, nil, err
	}
	if _, ok := f["callback"]; ok {
		return "", 0, nil, badRequest{"callback", errCallback}
	}
	cursor, err = f.number("cursor", 0, 0, maxOffset)
	return f["prefix"], cursor, f, err
}

// suggestEntities completes the name of an entity, of types parted by commas.
func (s *site) suggestEntities(c *gin.Context) error {
	prefix, cursor, f, err := suggestForm(c)
	if err != nil {
		return err
	}
	service, err := s.reconciler(c)
	if err != nil {
		return err
	}
	types := strings.FieldsFunc(f["type"], func(r rune) bool { return r == ',' })
	found, err := service.SuggestEntities(c.Request.Context(), prefix, types, cursor)
	if err != nil {
		return err
	}
	return writeJSON(c, http.StatusOK, found)
}

func (s *site) suggestTypes(c *gin.Context) error {
	return s.suggestNames(c, reconcile.Service.SuggestTypes)
}

func (s *site) suggestProperties(c *gin.Context) error {
	return s.suggestNames(c, reconcile.Service.SuggestProperties)
}

// suggestNames answers from the schema.
func (s *site) suggestNames(c *gin.Context, find func(reconcile.Service, string, int) reconcile.Suggestions) error {
	prefix, cursor, _, err := suggestForm(c)
	if err != nil {
		return err
	}
	return writeJSON(c, http.StatusOK, find(reconcile.Service{Schema: s.schema}, prefix, cursor))
}

// proposeProperties lists properties for entities of a type.
func (s *site) proposeProperties(c *gin.Context) error {
	_, _, f, err := suggestForm(c)
	if err != nil {
		return err
	}
	limit, err := f.number("limit", 0, 0, maxPage)
	if err != nil {
		return err
	}
	proposal, err := reconcile.Service{Schema: s.schema}.Propose(f["type"], limit)
	if err != nil {
		return err
	}
	return writeJSON(c, http.StatusOK, proposal)
}

// framed is the policy of a card: the one page that others may show in theirs.
var framed = strings.Replace(policy, "frame-ancestors 'none'", "frame-ancestors *", 1)

// previewEntity shows a card of an entity.
func (s *site) previewEntity(c *gin.Context) error {
	f, err := parameters(c, "id")
	if err != nil {
		return err
	}
	if f["id"] == "" {
		return badRequest{"id", errors.New("no entity is given")}
	}
	service, err := s.reconciler(c)
	if err != nil {
		return err
	}
	card, err := service.Card(c.Request.Context(), f["id"])
	if err != nil {
		return err
	}
	c.Header("Content-Security-Policy", framed)
	c.Writer.Header().Del("X-Frame-Options")
	return writePage(c, http.StatusOK, s.pages.card, shownCard{card, entityPath(card.ID)})
}

// A shownCard is a card with the address of the whole page.
type shownCard struct {
	*reconcile.Card
	Page string
}
