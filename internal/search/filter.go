package search

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/search/query"

	"rapporteur/internal/names"
	"rapporteur/schema"
)

// Roles are those that speakers have.
func Roles() []string { return []string{"chair", "delegation", "institution", "member", "secretariat"} }

// filters returns what narrows a search, with names turned into ids.
func (x *Index) filters(q Query, n *names.Index) ([]query.Query, error) {
	all := []query.Query{unscored(fieldKind, string(q.Kind))}
	for _, f := range []struct {
		field, value string
		classes      []schema.Class
	}{
		{fieldBody, q.Body, []schema.Class{schema.ClassBody}},
		{fieldState, q.State, []schema.Class{schema.ClassCountry}},
		{fieldTopic, q.Topic, []schema.Class{schema.ClassTopic}},
		{fieldEntity, q.Entity, nil},
	} {
		if f.value == "" {
			continue
		}
		id, err := n.Resolve(f.value, f.classes...)
		if err != nil {
			return nil, &QueryError{f.field, err}
		}
		all = append(all, unscored(f.field, id))
	}
	for _, read := range []func(Query) (query.Query, error){x.ofType, ofRole, ofYear} {
		switch f, err := read(q); {
		case err != nil:
			return nil, err
		case f != nil:
			all = append(all, f)
		}
	}
	return all, nil
}

// ofTypes reads the names of classes of which one will do; nil for none.
func (x *Index) ofTypes(types []string) (query.Query, error) {
	var any []query.Query
	for _, t := range types {
		of, err := x.ofType(Query{Type: t})
		if err != nil {
			return nil, err
		}
		any = append(any, of)
	}
	if len(any) == 0 {
		return nil, nil
	}
	return query.NewDisjunctionQuery(any), nil
}

// ofType reads the name of a class in any case.
func (x *Index) ofType(q Query) (query.Query, error) {
	if q.Type == "" {
		return nil, nil
	}
	var known []string
	for _, class := range x.reader.classes() {
		if strings.EqualFold(string(class.ID), q.Type) {
			return unscored(fieldType, string(class.ID)), nil
		}
		known = append(known, string(class.ID))
	}
	return nil, &QueryError{"type", fmt.Errorf("there is no type %q; there are %s", q.Type, strings.Join(known, ", "))}
}

func ofRole(q Query) (query.Query, error) {
	role := strings.ToLower(q.Role)
	switch {
	case role == "":
		return nil, nil
	case !slices.Contains(Roles(), role):
		return nil, &QueryError{"role", fmt.Errorf("there is no role %q; there are %s", q.Role, strings.Join(Roles(), ", "))}
	}
	return unscored(fieldRole, role), nil
}

var years = regexp.MustCompile(`^([0-9]{4})(?:-([0-9]{4}))?$`)

func ofYear(q Query) (query.Query, error) {
	if q.Year == "" {
		return nil, nil
	}
	m := years.FindStringSubmatch(q.Year)
	if m == nil {
		return nil, &QueryError{"year", errors.New("it is neither a year, 2019, nor from and to, 2015-2019")}
	}
	from, to := m[1], m[2]
	if to == "" {
		return unscored(fieldYear, from), nil
	}
	if to < from {
		return nil, &QueryError{"year", fmt.Errorf("%s is before %s", to, from)}
	}
	yes := true
	f := query.NewTermRangeInclusiveQuery(from, to, &yes, &yes)
	f.SetField(fieldYear)
	f.SetBoost(0)
	return f, nil
}
