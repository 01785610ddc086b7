package openapi

import (
	"encoding/json"
	"fmt"
	"strings"
)

// A Schema is a form of JSON that has a name.
type Schema struct {
	Name, Description, Type string
	Members                 []Member // of an object
}

// A Member is a member of an object.
type Member struct {
	Name, Type, Description string
	Schema                  string // name of the schema of it or of its items, else ""
	Required                bool
}

// schemas returns those that have a name, but for the ones of named queries, whose columns
// the operations list.
func (d *Document) schemas() []Schema {
	var out []Schema
	for _, m := range d.root.at("components", "schemas").members {
		s, _ := m.value.(*object)
		if s == nil || s.get(namedQuery) != nil {
			continue
		}
		out = append(out, Schema{Name: m.key, Description: text(s, "description"), Type: d.typeOf(s), Members: d.members(s)})
	}
	return out
}

func (d *Document) members(s *object) []Member {
	required := map[string]bool{}
	for _, name := range items(s.get("required")) {
		required[plain(name)] = true
	}
	var out []Member
	for _, m := range members(s.at("properties")) {
		p, _ := m.value.(*object)
		out = append(out, Member{m.key, d.typeOf(p), orElse(text(p, "description"), text(p, "title")), named(p), required[m.key]})
	}
	return out
}

// named finds the schema that a member, its items or its first choice refers to.
func named(s *object) string {
	if s == nil {
		return ""
	}
	if name := refName(s); name != "" {
		return name
	}
	if in := s.at("items"); in != nil {
		return named(in)
	}
	for _, choice := range choices(s) {
		if name := named(choice); name != "" {
			return name
		}
	}
	return ""
}

// choices are the schemas of which one or any is meant.
func choices(s *object) []*object {
	return append(list(s, "anyOf"), list(s, "oneOf")...)
}

// typeOf says in words what a schema takes.
func (d *Document) typeOf(s *object) string {
	switch {
	case s == nil:
		return "anything"
	case refName(s) != "":
		return refName(s)
	case s.index("const") >= 0:
		return plain(s.get("const"))
	case s.at("items") != nil:
		return "list of " + d.typeOf(s.at("items"))
	case len(choices(s)) > 0:
		var words []string
		for _, c := range choices(s) {
			words = append(words, d.typeOf(c))
		}
		return strings.Join(words, " or ")
	}
	switch t := s.get("type").(type) {
	case string:
		return t
	case []any:
		words := make([]string, len(t))
		for i, one := range t {
			words[i] = plain(one)
		}
		return strings.Join(words, " or ")
	}
	return "anything"
}

// text returns a member that is a text, "" where there is none.
func text(o *object, key string) string {
	s, _ := o.get(key).(string)
	return strings.TrimSpace(s)
}

// list returns the objects in a member that is a list.
func list(o *object, key string) []*object {
	var out []*object
	for _, v := range items(o.get(key)) {
		if one, ok := v.(*object); ok {
			out = append(out, one)
		}
	}
	return out
}

func items(v any) []any {
	out, _ := v.([]any)
	return out
}

// plain writes a value as people read it: a text as it is, others as JSON.
func plain(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case *object, map[string]any, []any:
		out, _ := json.Marshal(v) // of what was read from YAML or JSON
		return string(out)
	}
	return fmt.Sprint(v)
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
