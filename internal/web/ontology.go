package web

import (
	"context"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/web/cache"
	"rapporteur/schema"
)

// An ontologyAnswer is what there can be in the graph.
type ontologyAnswer struct {
	Classes    []classAnswer    `json:"classes"`
	Properties []propertyAnswer `json:"properties"`
}

// A classAnswer is what the API says of a class of things.
type classAnswer struct {
	ID          schema.Class  `json:"id"`  // as parameters of the API take it: "Person"
	IRI         string        `json:"iri"` // as Gizmo writes it: "foaf:Person"
	Label       string        `json:"label"`
	Plural      string        `json:"plural"`
	Extends     *schema.Class `json:"extends"`  // the wider class
	Prefixes    []string      `json:"prefixes"` // of the ids of its entities
	Mention     bool          `json:"mention"`  // paragraphs can name its entities
	Description string        `json:"description"`
}

// A propertyAnswer is what the API says of a property.
type propertyAnswer struct {
	ID          string          `json:"id"`
	IRI         schema.Property `json:"iri"`     // as Gizmo writes it: "rap:cites"
	Label       string          `json:"label"`   // from subject to object: "cites"
	Reverse     *string         `json:"reverse"` // from object to subject: "cited by"; null for values
	Domain      []schema.Class  `json:"domain"`  // empty for any
	Range       []schema.Class  `json:"range"`   // classes, or one datatype
	Many        bool            `json:"many"`    // a subject can have several
	Description string          `json:"description"`
}

// ontology answers with the classes and properties of the graph.
func (s *site) ontology(c *gin.Context) error {
	return s.forPrograms(c, "schema", func() any {
		var o ontologyAnswer
		for _, d := range s.schema.Classes() {
			o.Classes = append(o.Classes, classAnswer{
				d.ID, d.IRI, d.Label, d.Plural, unlessEmpty(d.Extends), listed(d.Prefixes), d.Mention, d.Description,
			})
		}
		for _, d := range s.schema.Properties() {
			o.Properties = append(o.Properties, propertyAnswer{
				d.ID, d.IRI, d.Label, unlessEmpty(d.Reverse), listed(d.Domain), listed(d.Range), d.Many, d.Description,
			})
		}
		return o
	})
}

// forPrograms answers in JSON with what is the same as long as the program is.
func (s *site) forPrograms(c *gin.Context, name string, made func() any) error {
	f, err := parameters(c, "format")
	if err != nil {
		return err
	}
	if _, err := formOf(c, f, onlyJSON); err != nil {
		return err
	}
	return s.fixed(c, view{key(name), func(context.Context) (*cache.Answer, error) { return jsonAnswer(made()) }})
}

// unlessEmpty is nil for an empty text.
func unlessEmpty[T ~string](text T) *T {
	if text == "" {
		return nil
	}
	return &text
}

// listed is the list, also where it has no elements.
func listed[T any](list []T) []T { return append([]T{}, list...) }
