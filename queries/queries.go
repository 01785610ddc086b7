// Package queries holds the questions that the graph answers by name: Gizmo
// programs in *.js, each with a comment header that says what it asks, which
// parameters it takes and which columns the answer has.
//
// The header is YAML in the comment lines that begin the file:
//
//	// title: Who mentioned it
//	// description: The speakers who named a person, a body or an instrument.
//	// asks: Who mentioned “{what}”?
//	// parameters:
//	//   - {name: what, type: entity, help: What was named.}
//	//   - {name: record, type: record, optional: true, filters: record, help: Only in this record.}
//	// columns:
//	//   - {name: speaker, title: Speaker, type: entity}
//	//   - {name: record, title: Record, type: record}
//	//   - {name: paragraphs, title: Paragraphs, type: paragraph, tag: paragraph, many: true}
//	// sort: [speaker, record]
//
//	g.V(what).In("<schema:mentions>").Tag("paragraph")
//	  .Save("<dcterms:isPartOf>", "record")
//	  .Save("<rap:spokenBy>", "speaker").All()
//
// A parameter is bound to its name in the program, as a value and never as
// text. One that filters is not bound: it keeps the rows whose column equals it,
// contains it (text) or, with keep: from or keep: to, lies on one side of it;
// that is how most parameters can be optional; what has no date is in no span of
// time. A record or an entity of a class that is bound and optional stands for all of
// them where none is given; one of many takes several, parted by commas. A choice
// offers words, or words for IRIs.
//
// A query may say what it asks in words, with the names of parameters that are an
// entity or a record in braces, all that must be given among them. So people can be
// shown questions about what a store holds.
//
// A column shows what the program tagged with its name, or with its tag; where
// that is missing, its else. One with a class keeps the rows whose entity is of
// it, which costs nothing, where Has("<rdf:type>", …) finds an entity again for
// every paragraph that says what it is. Rows that agree in all plain columns are one row;
// a column of many gathers what they differ in, and one that counts a tag says
// how many. So the same fact in two paragraphs is one row with two paragraphs. A
// hidden column is there to filter and to sort by.
//
// Programs keep to what every store answers in full: one chain with tags, at
// most one branch (Back), and Save only of what a thing has one of. A fact that
// many paragraphs state is many quads: after such a step comes Unique, or
// LabelTag where the paragraphs are asked for. Names are not saved: entities are
// shown by the names that [Names] gives.
package queries

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"rapporteur/queries/table"
	"rapporteur/schema"
)

//go:embed *.js
var files embed.FS

// A Folder holds queries; Name stands before file names in errors.
type Folder struct {
	Name  string
	Files fs.FS
}

// Builtin is the folder of queries that come with the program.
func Builtin() Folder { return Folder{Name: "queries", Files: files} }

// A Query is a named question.
type Query struct {
	Name        string      `json:"name"`  // of the file, without .js
	Title       string      `json:"title"` // a short line
	Description string      `json:"description"`
	Asks        string      `json:"asks,omitempty"` // "Which agreements has {country} cited?", "" for no question
	Parameters  []Parameter `json:"parameters"`
	Columns     []Column    `json:"columns"` // hidden ones too
	Sort        []string    `json:"-"`       // names of columns, "-" before one for descending

	source string // the file, header included, so that lines in errors are right
	schema *schema.Schema
}

// Source returns the text of the query's file: its header and its Gizmo program.
func (q *Query) Source() string { return q.source }

// A ParameterType says what an argument is.
type ParameterType string

// The types of parameters.
const (
	EntityParameter    ParameterType = "entity"    // an id or a name, of the classes that the parameter allows
	RecordParameter    ParameterType = "record"    // a symbol: "CMW/C/SR.464"
	ParagraphParameter ParameterType = "paragraph" // "CMW/C/SR.464, para. 13" or "CMW/C/SR.464#13"
	ChoiceParameter    ParameterType = "choice"
	IntegerParameter   ParameterType = "integer"
	TextParameter      ParameterType = "text"
	DateParameter      ParameterType = "date" // a day, a month or a year: "2021-10-04", "2021-10", "2021"
)

// A Parameter is what a query must or may be told.
type Parameter struct {
	Name     string         `json:"name"`
	Type     ParameterType  `json:"type"`
	Classes  []schema.Class `json:"classes,omitempty"` // of an entity; none is any
	Help     string         `json:"help"`
	Choices  []Choice       `json:"choices,omitempty"`
	Default  string         `json:"default,omitempty"`
	Optional bool           `json:"optional,omitempty"`
	Many     bool           `json:"many,omitempty"` // several may be given, parted by commas

	filters string // name of the column that is compared, "" for a bound parameter
	keep    comparison
}

// A Choice is a word that a parameter may be.
type Choice struct {
	Word string `json:"word"`
	IRI  string `json:"-"` // what the word is bound to, "" for the word itself
}

// A Column is a column of the answer.
type Column struct {
	table.Column
	tag, or string            // of the program: whence the values, and what stands in where one is missing
	classes []schema.Class    // keeps the rows whose entity is of one of these; none keeps all
	count   string            // tag whose different values are counted
	words   map[string]string // what to show for a value
	// Hidden columns are for filters and order alone; the answer does not have them.
	Hidden bool `json:"hidden,omitempty"`
}

// A Set is the queries of one or more folders, by name.
type Set struct{ byName map[string]*Query }

// All returns the queries in the order of their names.
func (s *Set) All() []*Query {
	all := make([]*Query, 0, len(s.byName))
	for _, name := range slices.Sorted(maps.Keys(s.byName)) {
		all = append(all, s.byName[name])
	}
	return all
}

// Get returns the query of a name. The error lists the names there are.
func (s *Set) Get(name string) (*Query, error) {
	if q, ok := s.byName[name]; ok {
		return q, nil
	}
	names := slices.Sorted(maps.Keys(s.byName))
	return nil, fmt.Errorf("%w %q; there are %s", ErrNoQuery, name, strings.Join(names, ", "))
}
