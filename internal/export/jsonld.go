package export

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strconv"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/schema"
)

// writeJSONLD writes one document with the context of the schema. Each element of
// its @graph is a named graph: what a paragraph, which is the name, states of one
// thing. The names repeat, and a reader joins what has the same.
func writeJSONLD(p *part, w io.Writer) error {
	v, err := readVocabulary()
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, `{"@context":`+compact(v.context)+`,"@graph":[`); err != nil {
		return err
	}
	before := "\n"
	err = p.subjects(everything, func(subject graph.ID, quads []quad.Quad) error {
		byLabel := map[graph.ID][]quad.Quad{}
		for _, q := range quads {
			byLabel[id(q.Label)] = append(byLabel[id(q.Label)], q)
		}
		for _, label := range sortedKeys(byLabel) {
			line, err := v.namedGraph(label, subject, byLabel[label])
			if err != nil {
				return err
			}
			if _, err := io.WriteString(w, before+line); err != nil {
				return err
			}
			before = ",\n"
		}
		return nil
	})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, "\n]}\n")
	return err
}

func compact(text []byte) string {
	var b bytes.Buffer
	if json.Compact(&b, text) != nil {
		return string(text)
	}
	return b.String()
}

// namedGraph returns what is stated in one place of one thing.
func (v *vocabulary) namedGraph(label, subject graph.ID, quads []quad.Quad) (string, error) {
	node := map[string]any{"@id": subject}
	values := map[string][]json.RawMessage{}
	for _, q := range quads {
		name, value, err := v.jsonldOf(q)
		if err != nil {
			return "", err
		}
		values[name] = append(values[name], value)
	}
	for name, list := range values {
		slices.SortFunc(list, func(a, b json.RawMessage) int { return bytes.Compare(a, b) })
		if node[name] = list; len(list) == 1 {
			node[name] = list[0]
		}
	}
	return marshal(map[string]any{"@id": label, "@graph": []any{node}})
}

// jsonldOf returns the name and the value of what a quad says.
func (v *vocabulary) jsonldOf(q quad.Quad) (name string, value json.RawMessage, err error) {
	property := schema.Property(id(q.Predicate))
	if object := string(id(q.Object)); property == schema.Type && object != "" {
		if class, ok := v.classes[object]; ok {
			object = class
		}
		text, err := marshal(object)
		return "type", json.RawMessage(text), err
	}
	t, ok := v.terms[property]
	if !ok {
		t = term{name: string(property), typed: "none"}
	}
	text, err := marshal(t.value(q.Object))
	return t.name, json.RawMessage(text), err
}

// value returns a value as short as the term's type allows.
func (t term) value(v quad.Value) any {
	var text, datatype string
	switch v := v.(type) {
	case quad.IRI:
		if t.typed == "@id" {
			return string(v)
		}
		return map[string]string{"@id": string(v)}
	case quad.String:
		if t.typed == "" {
			return string(v)
		}
		return map[string]string{"@value": string(v)}
	case quad.LangString:
		return map[string]string{"@value": string(v.Value), "@language": v.Lang}
	case quad.Int:
		text, datatype = strconv.FormatInt(int64(v), 10), "xsd:integer"
	case quad.Float:
		text, datatype = strconv.FormatFloat(float64(v), 'f', -1, 64), "xsd:decimal"
	case quad.Bool:
		text, datatype = strconv.FormatBool(bool(v)), "xsd:boolean"
	case quad.TypedString:
		text, datatype = string(v.Value), string(v.Type)
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
func marshal(v any) (string, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), err
}
