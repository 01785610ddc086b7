package rdf

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/schema"
)

// JSONLD writes a document of JSON-LD whose context is at an address: that of
// [schema.Context], which says what its names stand for.
func JSONLD(w io.Writer, quads []quad.Quad, context string) error {
	v, err := readVocabulary()
	if err != nil {
		return err
	}
	type namedGraph struct {
		ID    graph.ID `json:"@id"`
		Graph []node   `json:"@graph"`
	}
	graphs, at := []namedGraph{}, map[graph.ID]int{}
	err = bySubject(quads, func(subject graph.ID, quads []quad.Quad) error {
		return byLabel(quads, func(label graph.ID, quads []quad.Quad) error {
			n, err := v.node(subject, quads)
			i, known := at[label]
			if !known {
				i, at[label] = len(graphs), len(graphs)
				graphs = append(graphs, namedGraph{ID: label})
			}
			graphs[i].Graph = append(graphs[i].Graph, n)
			return err
		})
	})
	if err != nil {
		return err
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(map[string]any{"@context": context, "@graph": graphs})
}

// A JSONLDStream writes one document with the context of the schema, subject by
// subject. Each element of its @graph is a named graph: what a paragraph, which is
// the name, states of one subject. The names repeat, and a reader joins what has
// the same.
type JSONLDStream struct {
	w      io.Writer
	v      *vocabulary
	before string // the next element
}

// NewJSONLDStream begins a document.
func NewJSONLDStream(w io.Writer) (*JSONLDStream, error) {
	v, err := readVocabulary()
	if err != nil {
		return nil, err
	}
	var context bytes.Buffer
	if err := json.Compact(&context, v.context); err != nil {
		return nil, err
	}
	_, err = io.WriteString(w, `{"@context":`+context.String()+`,"@graph":[`)
	return &JSONLDStream{w, v, "\n"}, err
}

// Subject writes what is said of a subject.
func (s *JSONLDStream) Subject(subject graph.ID, quads []quad.Quad) error {
	return byLabel(quads, func(label graph.ID, quads []quad.Quad) error {
		n, err := s.v.node(subject, quads)
		if err != nil {
			return err
		}
		line, err := marshal(map[string]any{"@id": label, "@graph": []node{n}})
		if err != nil {
			return err
		}
		_, err = io.WriteString(s.w, s.before+string(line))
		s.before = ",\n"
		return err
	})
}

// Close ends the document; it leaves the writer open.
func (s *JSONLDStream) Close() error {
	_, err := io.WriteString(s.w, "\n]}\n")
	return err
}

// byLabel calls yield for each place where quads are stated, in the order of their ids.
func byLabel(quads []quad.Quad, yield func(label graph.ID, quads []quad.Quad) error) error {
	stated := map[graph.ID][]quad.Quad{}
	for _, q := range quads {
		stated[iri(q.Label)] = append(stated[iri(q.Label)], q)
	}
	for _, label := range sortedKeys(stated) {
		if err := yield(label, stated[label]); err != nil {
			return err
		}
	}
	return nil
}

// A node is the object of a subject: the values of its properties by their names.
type node map[string]any

// node returns what is stated in one place of a subject.
func (v *vocabulary) node(subject graph.ID, quads []quad.Quad) (node, error) {
	values := map[string][]json.RawMessage{}
	for _, q := range quads {
		name, value := v.member(q)
		text, err := marshal(value)
		if err != nil {
			return nil, err
		}
		values[name] = append(values[name], text)
	}
	n := node{"@id": subject}
	for name, list := range values {
		slices.SortFunc(list, func(a, b json.RawMessage) int { return bytes.Compare(a, b) })
		if n[name] = list; len(list) == 1 {
			n[name] = list[0]
		}
	}
	return n, nil
}

// member returns the name and the value of what a quad says.
func (v *vocabulary) member(q quad.Quad) (name string, value any) {
	property := schema.Property(iri(q.Predicate))
	if object := string(iri(q.Object)); property == schema.Type && object != "" {
		if class, ok := v.classes[object]; ok {
			object = class
		}
		return "type", object
	}
	t, ok := v.terms[property]
	if !ok {
		t = term{name: string(property), typed: "none"}
	}
	return t.name, t.value(q.Object)
}

// value returns a value as short as the term's type allows.
func (t term) value(v quad.Value) any {
	text, datatype := graph.Words(v), ""
	switch v := v.(type) {
	case quad.IRI:
		if t.typed == "@id" {
			return text
		}
		return map[string]string{"@id": text}
	case quad.String:
		if t.typed == "" {
			return text
		}
		return map[string]string{"@value": text}
	case quad.LangString:
		return map[string]string{"@value": text, "@language": v.Lang}
	case quad.Int:
		datatype = "xsd:integer"
	case quad.Float:
		datatype = "xsd:decimal"
	case quad.Bool:
		datatype = "xsd:boolean"
	case quad.TypedString:
		datatype = string(v.Type)
	}
	if t.typed == datatype {
		if datatype == "xsd:integer" && len(text) < len("9007199254740992") { // a number in any reader
			return json.Number(text)
		}
		return text
	}
	return map[string]string{"@value": text, "@type": datatype}
}

// marshal is json.Marshal that leaves <, > and & as they are.
func marshal(v any) (json.RawMessage, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
