package queries

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// placeholder is where an argument stands in a question.
var placeholder = regexp.MustCompile(`\{([^{}]*)\}`)

// Placeholders returns the parameters whose arguments stand in [Query.Asks], in
// the order of the question. All that must be given are among them.
func (q *Query) Placeholders() []Parameter {
	var found []Parameter
	for _, m := range placeholder.FindAllStringSubmatch(q.Asks, -1) {
		if p, ok := q.parameter(m[1]); ok && !slices.ContainsFunc(found, func(o Parameter) bool { return o.Name == p.Name }) {
			found = append(found, p)
		}
	}
	return found
}

// Question is [Query.Asks] with a label for each placeholder, by parameter; "" where
// the query has no question.
func (q *Query) Question(labels map[string]string) string {
	return placeholder.ReplaceAllStringFunc(q.Asks, func(p string) string { return labels[strings.Trim(p, "{}")] })
}

func (q *Query) parameter(name string) (Parameter, bool) {
	at := slices.IndexFunc(q.Parameters, func(p Parameter) bool { return p.Name == name })
	if at < 0 {
		return Parameter{}, false
	}
	return q.Parameters[at], true
}

// asks checks that the question of a query can be asked as it stands.
func (c *checker) asks(q *Query) error {
	if q.Asks == "" {
		return nil
	}
	if !strings.HasSuffix(q.Asks, "?") {
		return errors.New("it is no question: end it with ?")
	}
	if strings.ContainsAny(placeholder.ReplaceAllString(q.Asks, ""), "{}") {
		return errors.New("a placeholder is the name of a parameter in braces")
	}
	for _, m := range placeholder.FindAllStringSubmatch(q.Asks, -1) {
		p, ok := q.parameter(m[1])
		switch {
		case !ok:
			return fmt.Errorf("there is no parameter %q", m[1])
		case p.Type != EntityParameter && p.Type != RecordParameter:
			return fmt.Errorf("parameter %q is no entity and no record", m[1])
		}
	}
	for _, p := range q.Parameters {
		if p.required() && !strings.Contains(q.Asks, "{"+p.Name+"}") {
			return fmt.Errorf("it leaves out {%s}, which must be given", p.Name)
		}
	}
	return nil
}

// required reports whether a query cannot be asked without the parameter.
func (p Parameter) required() bool { return !p.Optional && p.Default == "" }
