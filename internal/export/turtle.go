package export

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

// writeTurtle writes each statement once, whichever paragraphs state it: Turtle
// has no place for their labels.
func writeTurtle(p *part, w io.Writer) error {
	v, err := readVocabulary()
	if err != nil {
		return err
	}
	var head strings.Builder
	for _, prefix := range v.prefixes {
		full, err := schema.Expand(prefix + ":")
		if err != nil {
			return err
		}
		head.WriteString("@prefix " + prefix + ": <" + full + "> .\n")
	}
	if _, err := io.WriteString(w, head.String()); err != nil {
		return err
	}
	return p.subjects(everything, func(subject graph.ID, quads []quad.Quad) error {
		text, err := v.turtleOf(subject, quads)
		if err != nil {
			return err
		}
		_, err = io.WriteString(w, text)
		return err
	})
}

// turtleOf writes what is said of a subject: a line for each property.
func (v *vocabulary) turtleOf(subject graph.ID, quads []quad.Quad) (string, error) {
	objects := map[string][]string{}
	for _, q := range quads {
		property, err := v.turtleTerm(q.Predicate)
		if err != nil {
			return "", err
		}
		object, err := v.turtleTerm(q.Object)
		if err != nil {
			return "", err
		}
		if property == "rdf:type" {
			property = "a" // which sorts first, too
		}
		objects[property] = append(objects[property], object)
	}
	name, err := v.turtleTerm(quad.IRI(subject))
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
		b.WriteString("\n\t" + property + " " + strings.Join(slices.Compact(list), ", "))
	}
	b.WriteString(" .\n")
	return b.String(), nil
}

// plainName is a name that Turtle takes behind a prefix as it is.
var plainName = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9_-]*$`)

// turtleTerm writes a term: with its prefix where Turtle takes that.
func (v *vocabulary) turtleTerm(t quad.Value) (string, error) {
	switch t := t.(type) {
	case quad.Int:
		return strconv.FormatInt(int64(t), 10), nil
	case quad.IRI:
		prefix, name, _ := strings.Cut(string(t), ":")
		if plainName.MatchString(name) && slices.Contains(v.prefixes, prefix) {
			return string(t), nil
		}
	}
	return graph.Term(t)
}
