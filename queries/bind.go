package queries

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/schema"
)

// Names says what things are called.
type Names interface {
	// Resolve returns the id of the one entity of these classes (none is any)
	// that a text names.
	Resolve(text string, classes ...schema.Class) (id string, err error)
	// Label returns the name to show for an id.
	Label(id string) string
	// IDs returns the ids of all entities of these classes.
	IDs(classes ...schema.Class) []string
}

// An ArgumentError says which argument of a query is wrong. Err tells more,
// such as the candidates for an ambiguous name.
type ArgumentError struct {
	Query     string
	Parameter string
	Err       error
}

func (e *ArgumentError) Error() string {
	return fmt.Sprintf("%s: %s: %v", e.Query, e.Parameter, e.Err)
}

func (e *ArgumentError) Unwrap() error { return e.Err }

// Errors of arguments that are not about a name.
var (
	ErrNoParameter = errors.New("the query has no such parameter")
	ErrMissing     = errors.New("it must be given")
)

// A binding is what the arguments of one call mean.
type binding struct {
	values  map[string]any // by the name in the program
	filters []filter
	said    []string // every argument and what it means, in the order of the parameters
}

// Key returns a text that is the same for arguments that mean the same: a
// country by its name and by its code, a default that is given and one that is
// not. The error is that of [Run].
func (q *Query) Key(names Names, args map[string]string) (string, error) {
	b, err := q.bind(names, args)
	if err != nil {
		return "", err
	}
	return strings.Join(append([]string{q.Name}, b.said...), "\x00"), nil
}

func (q *Query) bind(names Names, args map[string]string) (*binding, error) {
	for _, name := range slices.Sorted(maps.Keys(args)) { // first, as what is missing may only be misspelt
		if !q.takes(name) {
			return nil, &ArgumentError{q.Name, name, fmt.Errorf("%w; it takes %s", ErrNoParameter, q.parameterNames())}
		}
	}
	b := &binding{values: map[string]any{}}
	for _, p := range q.Parameters {
		text := strings.TrimSpace(args[p.Name])
		if text == "" {
			text = p.Default
		}
		if text == "" && p.Optional {
			if p.filters == "" {
				b.values[p.Name] = iris(names.IDs(p.wanted()...))
			}
			continue
		}
		value, err := p.values(names, text)
		if err != nil {
			return nil, &ArgumentError{q.Name, p.Name, err}
		}
		b.said = append(b.said, fmt.Sprintf("%s=%v", p.Name, value))
		if p.filters == "" {
			b.values[p.Name] = value
		} else {
			b.filters = append(b.filters, newFilter(q.column(p.filters), p.keep, value))
		}
	}
	return b, nil
}

func (q *Query) takes(name string) bool {
	for _, p := range q.Parameters {
		if p.Name == name {
			return true
		}
	}
	return false
}

func (q *Query) parameterNames() string {
	if len(q.Parameters) == 0 {
		return "none"
	}
	names := make([]string, len(q.Parameters))
	for i, p := range q.Parameters {
		names[i] = p.Name
	}
	return strings.Join(names, ", ")
}

// value turns an argument into what the program or the filter works with: a
// quad.IRI, int64 or string.
func (p Parameter) value(names Names, text string) (any, error) {
	if text == "" {
		return nil, fmt.Errorf("%w: %s", ErrMissing, p.Help)
	}
	switch p.Type {
	case EntityParameter, RecordParameter:
		return iri(names.Resolve(text, p.wanted()...))
	case ParagraphParameter:
		return iri(resolveParagraph(names, text))
	case ChoiceParameter:
		return p.choose(text)
	case IntegerParameter:
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("%q is not a whole number", text)
		}
		return n, nil
	case DateParameter:
		return parseDate(text)
	}
	return text, nil
}

func iri(id string, err error) (any, error) { return quad.IRI(id), err }

// choose returns the IRI of a word, or the word.
func (p Parameter) choose(word string) (any, error) {
	known := make([]string, len(p.Choices))
	for i, c := range p.Choices {
		known[i] = c.Word
		switch {
		case !strings.EqualFold(c.Word, word):
		case c.IRI != "":
			return quad.IRI(c.IRI), nil
		default:
			return c.Word, nil
		}
	}
	return nil, fmt.Errorf("%q is none of %s", word, strings.Join(known, ", "))
}

// paragraph matches the ways in which a paragraph is cited.
var paragraph = regexp.MustCompile(`(?i)^(?:para:)?(.+?)(?:\s*#\s*|,?\s+paras?(?:graphs?)?\.?\s*)([0-9]+)$`)

func resolveParagraph(names Names, text string) (string, error) {
	m := paragraph.FindStringSubmatch(text)
	if m == nil {
		return "", fmt.Errorf("%q is not a paragraph; write it as CMW/C/SR.464, para. 13", text)
	}
	record, err := names.Resolve(m[1], schema.ClassSummaryRecord)
	if err != nil {
		return "", err
	}
	number, err := strconv.Atoi(m[2])
	if err != nil {
		return "", fmt.Errorf("%q is no number of a paragraph", m[2])
	}
	return string(graph.ParagraphID(graph.ID(record).Name(), number)), nil
}

func parseDate(text string) (string, error) {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, text); err == nil {
			return text, nil
		}
	}
	return "", fmt.Errorf("%q is not a date; write it as 2021-10-04, 2021-10 or 2021", text)
}
