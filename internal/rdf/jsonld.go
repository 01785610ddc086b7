package rdf

import (
	"encoding/json"
	"io"
	"strconv"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/schema"
)

// A namedGraph is what one paragraph, the lexicon or the header of a record states.
type namedGraph struct {
	ID    string           `json:"@id"`
	Graph []map[string]any `json:"@graph"`
}

// JSONLD writes JSON-LD whose context is at an address: that of [schema.Context],
// which says what the prefixes of ids stand for. Every value says what it is.
func JSONLD(w io.Writer, quads []quad.Quad, context string) error {
	quads, err := graph.Canonical(quads)
	if err != nil {
		return err
	}
	graphs := []*namedGraph{}
	byID, nodes := map[string]*namedGraph{}, map[[2]string]map[string]any{}
	for _, q := range quads {
		label, subject := iri(q.Label), iri(q.Subject)
		g := byID[label]
		if g == nil {
			g = &namedGraph{ID: label}
			byID[label] = g
			graphs = append(graphs, g)
		}
		node := nodes[[2]string{label, subject}]
		if node == nil {
			node = map[string]any{"@id": subject}
			nodes[[2]string{label, subject}] = node
			g.Graph = append(g.Graph, node)
		}
		name, value := member(q)
		list, _ := node[name].([]any)
		node[name] = append(list, value)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(map[string]any{"@context": context, "@graph": graphs})
}

func iri(v quad.Value) string {
	id, _ := v.(quad.IRI)
	return string(id)
}

// member is what a quad says as a member of its subject's object.
func member(q quad.Quad) (name string, value any) {
	name = iri(q.Predicate)
	if class := iri(q.Object); name == string(schema.Type) && class != "" {
		return "@type", class
	}
	return name, literal(q.Object)
}

func literal(v quad.Value) any {
	typed := func(text, datatype string) any { return map[string]string{"@value": text, "@type": datatype} }
	switch v := v.(type) {
	case quad.IRI:
		return map[string]string{"@id": string(v)}
	case quad.String:
		return string(v)
	case quad.LangString:
		return map[string]string{"@value": string(v.Value), "@language": v.Lang}
	case quad.Int:
		return typed(strconv.FormatInt(int64(v), 10), "xsd:integer")
	case quad.Float:
		return typed(strconv.FormatFloat(float64(v), 'f', -1, 64), "xsd:decimal")
	case quad.Bool:
		return typed(strconv.FormatBool(bool(v)), "xsd:boolean")
	case quad.TypedString:
		return typed(string(v.Value), string(v.Type))
	}
	return quad.ToString(v) // what the graph cannot hold does not get here
}
