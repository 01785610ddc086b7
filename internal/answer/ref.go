package answer

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/internal/natural"
	"rapporteur/queries/table"
	"rapporteur/schema"
)

// A Ref names an entity.
type Ref struct {
	ID    string `json:"id"` // short IRI: "country:AZE"
	Label string `json:"label"`
}

func (r Reader) ref(id string) Ref { return Ref{ID: id, Label: r.Names.Label(id)} }

// optional names the entity v, nil where v is none.
func (r Reader) optional(v quad.Value) *Ref {
	id, ok := v.(quad.IRI)
	if !ok {
		return nil
	}
	ref := r.ref(string(id))
	return &ref
}

// refs returns the entities among values in the order of their labels.
func (r Reader) refs(values []quad.Value) []Ref {
	out := []Ref{}
	for _, v := range values {
		if id, ok := v.(quad.IRI); ok {
			out = addNew(out, r.ref(string(id)))
		}
	}
	slices.SortFunc(out, func(a, b Ref) int {
		return cmp.Or(strings.Compare(a.Label, b.Label), strings.Compare(a.ID, b.ID))
	})
	return out
}

// A Passage is where something is stated: a paragraph, or a record for facts of
// its header, or "graph:lexicon". Only a paragraph has a symbol and a number.
type Passage struct {
	ID     string `json:"id"` // "para:CMW/C/SR.464#13"
	Symbol string `json:"symbol,omitempty"`
	Number int    `json:"number,omitempty"`
	CiteAs string `json:"cite_as"` // "CMW/C/SR.464, para. 13"
}

func passage(id string) Passage {
	p := Passage{ID: id, CiteAs: graph.ID(id).Cite()}
	if symbol, number, ok := graph.ID(id).Paragraph(); ok {
		p.Symbol, p.Number = symbol, number
	}
	return p
}

// passages turns a set of ids into passages by symbol and number.
func passages(ids map[string]bool) []Passage {
	out := make([]Passage, 0, len(ids))
	for id := range ids {
		out = append(out, passage(id))
	}
	slices.SortFunc(out, func(a, b Passage) int {
		return cmp.Or(natural.Compare(a.Symbol, b.Symbol), cmp.Compare(a.Number, b.Number), strings.Compare(a.ID, b.ID))
	})
	return out
}

// item shows a value that may be anything.
func (r Reader) item(v quad.Value) table.Item {
	id, ok := v.(quad.IRI)
	if !ok {
		return literal(v)
	}
	if def, ok := r.Schema.ClassByIRI(string(id)); ok {
		return table.Item{Type: table.Class, Value: v, Label: def.Label}
	}
	switch class, _ := r.Schema.ClassOf(string(id)); class {
	case schema.ClassSummaryRecord:
		return table.Item{Type: table.Record, Value: v, Label: graph.ID(id).Name()}
	case schema.ClassParagraph:
		return table.Item{Type: table.Paragraph, Value: v, Label: graph.ID(id).Cite()}
	}
	return table.Item{Type: table.Entity, Value: v, Label: r.Names.Label(string(id))}
}

func literal(v quad.Value) table.Item {
	if _, ok := v.(quad.Int); ok {
		return table.Item{Type: table.Integer, Value: v, Label: graph.Words(v)}
	}
	return table.Item{Type: table.Text, Value: v, Label: graph.Words(v)}
}
