package queries

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/queries/gizmo"
	"rapporteur/queries/table"
	"rapporteur/schema"
)

// A checker turns a header into a query, or says in which line it is wrong.
type checker struct {
	file    string
	header  *header
	program string
	schema  *schema.Schema
}

// name is what parameters and columns may be called.
var name = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// stringLiteral matches what is no code, near enough to see which names are used.
var stringLiteral = regexp.MustCompile(`"[^"\n]*"|'[^'\n]*'`)

// A comparison is how a filter compares a column with its argument.
type comparison string

const (
	keepEqual    comparison = "equal"
	keepFrom     comparison = "from"
	keepTo       comparison = "to"
	keepContains comparison = "contains"
)

func (c *checker) errorf(line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", c.file, line, fmt.Errorf(format, args...))
}

func (c *checker) query() (*Query, error) {
	q := &Query{
		Title:       strings.TrimSpace(c.header.Title),
		Description: strings.Join(strings.Fields(c.header.Description), " "),
		Asks:        strings.Join(strings.Fields(c.header.Asks.text), " "),
		Parameters:  []Parameter{},
		Sort:        c.header.Sort,
	}
	switch {
	case q.Title == "":
		return nil, c.errorf(1, "title is missing")
	case q.Description == "":
		return nil, c.errorf(1, "description is missing")
	case len(c.header.Columns) == 0:
		return nil, c.errorf(1, "columns are missing")
	case strings.TrimSpace(c.program) == "":
		return nil, c.errorf(1, "no program follows the header")
	}
	for _, e := range c.header.Columns {
		column, err := c.column(e)
		if err != nil {
			return nil, err
		}
		if q.column(column.Name) >= 0 {
			return nil, c.errorf(e.line, "column %q is there twice", e.Name)
		}
		q.Columns = append(q.Columns, column)
	}
	if !slices.ContainsFunc(q.Columns, func(c Column) bool { return !c.Hidden }) {
		return nil, c.errorf(1, "columns: all are hidden")
	}
	for _, e := range c.header.Parameters {
		p, err := c.parameter(q, e)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(q.Parameters, func(o Parameter) bool { return o.Name == p.Name }) {
			return nil, c.errorf(e.line, "parameter %q is there twice", e.Name)
		}
		q.Parameters = append(q.Parameters, p)
	}
	for _, key := range q.Sort {
		if q.column(strings.TrimPrefix(key, "-")) < 0 {
			return nil, c.errorf(1, "sort: there is no column %q", strings.TrimPrefix(key, "-"))
		}
	}
	if err := c.asks(q); err != nil {
		return nil, c.errorf(c.header.Asks.line, "asks: %w", err)
	}
	return q, nil
}

// column returns the place of a column, -1 if there is none of that name.
func (q *Query) column(name string) int {
	return slices.IndexFunc(q.Columns, func(c Column) bool { return c.Name == name })
}

func (c *checker) column(e columnEntry) (Column, error) {
	column := Column{
		Column: table.Column{Name: e.Name, Title: e.Title, Type: table.Type(e.Type), Many: e.Many},
		tag:    e.Tag, or: e.Else, count: e.Count, words: e.Words, Hidden: e.Hidden,
	}
	if column.tag == "" {
		column.tag = e.Name
	}
	for _, id := range e.Class {
		if _, ok := c.schema.Class(schema.Class(id)); !ok {
			return Column{}, c.errorf(e.line, "column %q: the schema has no class %q", e.Name, id)
		}
		column.classes = append(column.classes, schema.Class(id))
	}
	switch {
	case !name.MatchString(e.Name):
		return Column{}, c.errorf(e.line, "column name %q: use small letters, digits and _", e.Name)
	case e.Title == "":
		return Column{}, c.errorf(e.line, "column %q: title is missing", e.Name)
	case !slices.Contains(table.Types(), column.Type):
		return Column{}, c.errorf(e.line, "column %q: type %q is none of %s", e.Name, e.Type, words(table.Types()))
	case e.Count != "" && (column.Type != table.Integer || e.Many || e.Tag != "" || e.Else != ""):
		return Column{}, c.errorf(e.line, "column %q: one that counts is an integer without tag, else or many", e.Name)
	}
	tags := []string{column.tag, column.or}
	if e.Count != "" {
		tags = []string{e.Count}
	}
	for _, tag := range tags {
		if tag != "" && tag != "id" && !strings.Contains(c.program, `"`+tag+`"`) {
			return Column{}, c.errorf(e.line, "column %q: the program tags nothing with %q", e.Name, tag)
		}
	}
	return column, nil
}

func (c *checker) parameter(q *Query, e parameterEntry) (Parameter, error) {
	p := Parameter{
		Name: e.Name, Type: ParameterType(e.Type), Help: e.Help, Choices: e.Choices,
		Default: e.Default, Optional: e.Optional, Many: e.Many, filters: e.Filters, keep: comparison(e.Keep),
	}
	for _, id := range e.Class {
		if _, ok := c.schema.Class(schema.Class(id)); !ok {
			return Parameter{}, c.errorf(e.line, "parameter %q: the schema has no class %q", e.Name, id)
		}
		p.Classes = append(p.Classes, schema.Class(id))
	}
	for _, check := range []func(*Query, *Parameter) error{c.form, c.choice, c.use} {
		if err := check(q, &p); err != nil {
			return Parameter{}, c.errorf(e.line, "parameter %q: %w", e.Name, err)
		}
	}
	return p, nil
}

// form checks a parameter by itself.
func (c *checker) form(_ *Query, p *Parameter) error {
	known := []ParameterType{
		EntityParameter, RecordParameter, ParagraphParameter, ChoiceParameter, IntegerParameter, TextParameter, DateParameter,
	}
	switch {
	case !name.MatchString(p.Name) || p.Name == "g" || p.Name == "graph":
		return errors.New("a name has small letters, digits and _, and is not g or graph")
	case p.Help == "":
		return errors.New("help is missing")
	case !slices.Contains(known, p.Type):
		return fmt.Errorf("type %q is none of %s", p.Type, words(known))
	case len(p.Classes) > 0 && p.Type != EntityParameter:
		return errors.New("only an entity has a class")
	case p.Many && p.Type != EntityParameter && p.Type != RecordParameter:
		return errors.New("only of entities and records there may be many")
	}
	return nil
}

// choice checks the words of a choice.
func (c *checker) choice(_ *Query, p *Parameter) error {
	if (p.Type == ChoiceParameter) != (len(p.Choices) > 0) {
		return errors.New("a choice has choices, and nothing else has")
	}
	for _, choice := range p.Choices {
		if choice.IRI == "" {
			continue
		}
		_, isClass := c.schema.ClassByIRI(choice.IRI)
		if _, err := c.schema.ParseProperty(choice.IRI); err != nil && !isClass {
			return fmt.Errorf("choice %s: %w", choice.Word, err)
		}
	}
	if _, err := p.choose(p.Default); p.Type == ChoiceParameter && p.Default != "" && err != nil {
		return fmt.Errorf("default: %w", err)
	}
	return nil
}

// use checks that a parameter is either bound or filters.
func (c *checker) use(q *Query, p *Parameter) error {
	code := stringLiteral.ReplaceAllString(c.program, `""`)
	inProgram := regexp.MustCompile(`\b` + p.Name + `\b`).MatchString(code)
	if p.filters == "" {
		switch {
		case !inProgram:
			return errors.New("the program does not use it, and it filters no column")
		case p.Optional && len(p.wanted()) == 0:
			return errors.New("only a parameter that filters, a record or an entity of a class can be optional")
		case p.keep != "":
			return errors.New("keep is for a parameter that filters")
		}
		return nil
	}
	if p.Many {
		return errors.New("a parameter that filters is one")
	}
	at := q.column(p.filters)
	if at < 0 || q.Columns[at].count != "" {
		return fmt.Errorf("it cannot filter column %q", p.filters)
	}
	if p.keep == "" {
		p.keep = keepEqual
		if p.Type == TextParameter {
			p.keep = keepContains
		}
	}
	if known := []comparison{keepEqual, keepFrom, keepTo, keepContains}; !slices.Contains(known, p.keep) {
		return fmt.Errorf("keep %q is none of %s", p.keep, words(known))
	}
	return nil
}

// compiles checks the program with stand-ins for the arguments.
func (q *Query) compiles(file string) error {
	values := map[string]any{}
	for _, p := range q.Parameters {
		if p.filters == "" {
			values[p.Name] = p.standIn()
		}
	}
	_, err := gizmo.Compile(q.source, values)
	var wrong *gizmo.Error
	if errors.As(err, &wrong) {
		return fmt.Errorf("%s:%d: %w", file, wrong.Line, err)
	}
	return err
}

func (p Parameter) standIn() any {
	switch p.Type {
	case IntegerParameter:
		return int64(1)
	case TextParameter, DateParameter:
		return "x"
	case ChoiceParameter:
		v, _ := p.choose(p.Choices[0].Word)
		return v
	}
	if p.Many || p.Optional {
		return []quad.Value{quad.IRI("x:x")}
	}
	return quad.IRI("x:x")
}

func words[T ~string](list []T) string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = string(w)
	}
	return strings.Join(out, ", ")
}
