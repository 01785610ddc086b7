// Package graph is the graph of facts without a database: ids, statements,
// and quads in canonical order and canonical text.
//
// A [Statement] says one thing and which paragraph says it: its label. Turn
// statements into quads by [Quads], which checks every term:
//
//	quads, err := graph.Quads([]graph.Statement{{
//		Subject:   "country:AZE",
//		Predicate: schema.Cites,
//		Object:    graph.Ref("agreement:icrmw"),
//		Label:     graph.ParagraphID("CMW/C/SR.464", 13),
//	}})
//
// IRIs are short in quads ("country:AZE"), as the store keeps them, and full
// in N-Quads ([WriteNQuads], [ReadNQuads]).
package graph

import (
	"github.com/cayleygraph/quad"

	"rapporteur/schema"
)

// Lexicon is the label of what the lexicon says: facts that no record states
// and all records share.
const Lexicon ID = "graph:lexicon"

// A Statement is one fact and where it is stated.
type Statement struct {
	Subject   ID
	Predicate schema.Property
	Object    quad.Value // made by [Ref], [Text], [Integer] or [Decimal]
	Label     ID         // the paragraph, the record for facts of its header, or [Lexicon]
}

// Quad returns the statement as a quad. It checks nothing; see [Quads].
func (s Statement) Quad() quad.Quad {
	return quad.Quad{
		Subject:   quad.IRI(s.Subject),
		Predicate: quad.IRI(s.Predicate),
		Object:    s.Object,
		Label:     quad.IRI(s.Label),
	}
}

// Ref returns the object that is the entity with the id.
func Ref(id ID) quad.Value { return quad.IRI(id) }

// ClassRef returns the object that is a class, for [schema.Type].
func ClassRef(c schema.Class) quad.Value { return quad.IRI(c.IRI()) }

// Text returns the object that is a text.
func Text(s string) quad.Value { return quad.String(s) }

// Integer returns the object that is a whole number, an xsd:integer in RDF.
func Integer(n int) quad.Value { return quad.Int(n) }

// Decimal returns the object that is a number, an xsd:decimal in RDF. It must
// be finite.
func Decimal(f float64) quad.Value { return quad.Float(f) }
