package names

import (
	"fmt"
	"strings"

	"rapporteur/schema"
)

// An AmbiguousError says that a name means several entities.
type AmbiguousError struct {
	Text       string
	Candidates []Entity // in order of ids
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%q may mean %s; give the id of the one that is meant", e.Text, list(e.Candidates, " or "))
}

// An UnknownError says that nothing wanted has a name.
type UnknownError struct {
	Text   string
	Wanted []schema.Class // empty where anything would do
	Other  []Entity       // what has the name but is of another class
	Near   []Entity       // what has a name like it, nearest first

	schema *schema.Schema // for the labels of classes
}

func (e *UnknownError) Error() string {
	var b strings.Builder
	switch {
	case e.Text == "":
		return "no name is given"
	case len(e.Other) > 0:
		fmt.Fprintf(&b, "%q is %s, not %s", e.Text, e.others(), e.wanted())
	case len(e.Wanted) > 0:
		fmt.Fprintf(&b, "the store has no %s called %q", e.classes(), e.Text)
	default:
		fmt.Fprintf(&b, "the store has nothing called %q", e.Text)
	}
	if len(e.Near) > 0 {
		fmt.Fprintf(&b, "; near it: %s", list(e.Near, ", "))
	}
	return b.String()
}

// others is "a country (country:AZE)".
func (e *UnknownError) others() string {
	words := make([]string, len(e.Other))
	for i, o := range e.Other {
		words[i] = fmt.Sprintf("%s (%s)", article(e.label(o.Class)), o.ID)
	}
	return strings.Join(words, " and ")
}

// wanted is "an agreement or law".
func (e *UnknownError) wanted() string { return article(e.classes()) }

func (e *UnknownError) classes() string {
	words := make([]string, len(e.Wanted))
	for i, c := range e.Wanted {
		words[i] = e.label(c)
	}
	return strings.Join(words, " or ")
}

// label is the name of a class within a sentence.
func (e *UnknownError) label(class schema.Class) string {
	if def, ok := e.schema.Class(class); ok {
		return strings.ToLower(def.Label)
	}
	return "thing"
}

// article puts "a" or "an" before the name of a class.
func article(noun string) string {
	if noun != "" && strings.ContainsRune("aeio", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

func list(entities []Entity, between string) string {
	words := make([]string, len(entities))
	for i, e := range entities {
		words[i] = fmt.Sprintf("%s (%s)", e.Label, e.ID)
	}
	return strings.Join(words, between)
}
