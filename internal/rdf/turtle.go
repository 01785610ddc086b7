package rdf

import (
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/schema"
)

// Turtle writes a document of Turtle, with the prefixes that it uses.
func Turtle(w io.Writer, quads []quad.Quad) error {
	t, err := newTurtle()
	if err != nil {
		return err
	}
	var body strings.Builder
	err = bySubject(quads, func(subject graph.ID, quads []quad.Quad) error {
		text, err := t.subject(subject, quads)
		body.WriteString(text)
		return err
	})
	if err != nil {
		return err
	}
	head, err := heading(sortedKeys(t.used))
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, head+body.String())
	return err
}

// A TurtleStream writes Turtle subject by subject.
type TurtleStream struct {
	w io.Writer
	t *turtle
}

// NewTurtleStream begins a document with all prefixes that there are.
func NewTurtleStream(w io.Writer) (TurtleStream, error) {
	t, err := newTurtle()
	if err != nil {
		return TurtleStream{}, err
	}
	head, err := heading(t.prefixes)
	if err == nil {
		_, err = io.WriteString(w, head)
	}
	return TurtleStream{w, t}, err
}

// Subject writes what is said of a subject, each statement once.
func (s TurtleStream) Subject(subject graph.ID, quads []quad.Quad) error {
	text, err := s.t.subject(subject, quads)
	if err != nil {
		return err
	}
	_, err = io.WriteString(s.w, text)
	return err
}

// heading declares prefixes.
func heading(prefixes []string) (string, error) {
	var head strings.Builder
	for _, prefix := range prefixes {
		full, err := schema.Expand(prefix + ":")
		if err != nil {
			return "", err
		}
		head.WriteString("@prefix " + prefix + ": <" + full + "> .\n")
	}
	return head.String(), nil
}

// A turtle writes terms and notes which prefixes they use.
type turtle struct {
	prefixes []string
	used     map[string]bool
}

func newTurtle() (*turtle, error) {
	v, err := readVocabulary()
	if err != nil {
		return nil, err
	}
	return &turtle{v.prefixes, map[string]bool{}}, nil
}

// subject writes what is said of a subject: a line for each property.
func (t *turtle) subject(subject graph.ID, quads []quad.Quad) (string, error) {
	objects := map[string][]string{}
	for _, q := range quads {
		property, err := t.property(q.Predicate)
		if err != nil {
			return "", err
		}
		object, err := t.term(q.Object)
		if err != nil {
			return "", err
		}
		objects[property] = append(objects[property], object)
	}
	name, err := t.term(quad.IRI(subject))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("\n" + name)
	for i, property := range sortedKeys(objects) {
		if i > 0 {
			b.WriteString(" ;")
		}
		list := objects[property]
		slices.Sort(list)
		b.WriteString("\n\t" + property + " " + strings.Join(slices.Compact(list), ", ")) // several paragraphs may state it
	}
	b.WriteString(" .\n")
	return b.String(), nil
}

// property writes a predicate: "a", which sorts first, for rdf:type.
func (t *turtle) property(predicate quad.Value) (string, error) {
	if predicate == quad.IRI(schema.Type) {
		return "a", nil
	}
	return t.term(predicate)
}

// plainName is a name that Turtle takes behind a prefix as it is.
var plainName = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9_-]*$`)

// term writes a term: with its prefix where Turtle takes that.
func (t *turtle) term(v quad.Value) (string, error) {
	switch v := v.(type) {
	case quad.Int:
		return strconv.FormatInt(int64(v), 10), nil
	case quad.IRI:
		prefix, name, _ := strings.Cut(string(v), ":")
		if plainName.MatchString(name) && slices.Contains(t.prefixes, prefix) {
			t.used[prefix] = true
			return string(v), nil
		}
	}
	return graph.Term(v)
}
