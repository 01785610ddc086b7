// Package rdf writes a few statements of the graph, such as those about one
// entity, in the forms of RDF.
//
//	N-Quads   all of them, each with the paragraph that states it
//	JSON-LD   the same, a named graph for each paragraph
//	Turtle    each statement once: Turtle has no place for who states it
//
// It keeps what it writes in memory; it is not for whole graphs.
package rdf

import (
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/schema"
)

// NQuads writes canonical N-Quads.
func NQuads(w io.Writer, quads []quad.Quad) error { return graph.WriteNQuads(w, quads) }

// Turtle writes Turtle: subject by subject, property by property.
func Turtle(w io.Writer, quads []quad.Quad) error {
	quads, err := graph.Canonical(quads)
	if err != nil {
		return err
	}
	t := turtle{used: map[string]bool{}}
	for i, q := range quads {
		t.statement(q, i > 0 && quads[i-1].Subject == q.Subject, i > 0 && quads[i-1].Predicate == q.Predicate)
	}
	if len(quads) > 0 {
		t.body.WriteString(" .\n")
	}
	if t.err != nil {
		return t.err
	}
	head, err := t.prefixes()
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, head+t.body.String())
	return err
}

// A turtle is a document that is being written.
type turtle struct {
	body    strings.Builder
	used    map[string]bool // prefixes
	objects []string        // of the subject and property at hand
	err     error
}

// statement adds a statement, whose subject and then whose property may be those
// of the one before.
func (t *turtle) statement(q quad.Quad, sameSubject, sameProperty bool) {
	object := t.term(q.Object)
	switch {
	case sameSubject && sameProperty:
		if !slices.Contains(t.objects, object) { // several paragraphs state it
			t.objects = append(t.objects, object)
			t.body.WriteString(", " + object)
		}
		return
	case sameSubject:
		t.body.WriteString(" ;\n\t")
	default:
		if t.body.Len() > 0 {
			t.body.WriteString(" .\n\n")
		}
		t.body.WriteString(t.term(q.Subject) + "\n\t")
	}
	t.objects = []string{object}
	t.body.WriteString(t.term(q.Predicate) + " " + object)
}

// plainName is a name that Turtle takes behind a prefix as it is.
var plainName = regexp.MustCompile(`^[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?$`)

func (t *turtle) term(v quad.Value) string {
	switch v := v.(type) {
	case quad.Int:
		return strconv.FormatInt(int64(v), 10)
	case quad.IRI:
		if prefix, name, _ := strings.Cut(string(v), ":"); plainName.MatchString(name) {
			t.used[prefix] = true
			return string(v)
		}
	}
	term, err := graph.Term(v)
	if err != nil && t.err == nil {
		t.err = err
	}
	return term
}

func (t *turtle) prefixes() (string, error) {
	var head strings.Builder
	for _, prefix := range slices.Sorted(maps.Keys(t.used)) {
		full, err := schema.Expand(prefix + ":")
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&head, "@prefix %s: <%s> .\n", prefix, full)
	}
	if head.Len() > 0 {
		head.WriteByte('\n')
	}
	return head.String(), nil
}
