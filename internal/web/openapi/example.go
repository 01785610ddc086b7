package openapi

import (
	"bytes"
	"encoding/json"
)

// example returns the example of a content, or one made of its schema.
func (d *Document) example(media *object) string {
	value := media.get("example")
	if value == nil {
		for _, m := range members(media.at("examples")) {
			if one, ok := m.value.(*object); ok {
				value = d.follow(one).get("value")
				break
			}
		}
	}
	if value == nil && media.at("schema") != nil {
		value = d.sample(media.at("schema"), 0)
	}
	if text, ok := value.(string); ok {
		return text
	}
	return indented(value)
}

// deepest is how far a sample goes into schemas, some of which contain themselves.
const deepest = 8

// sample makes a value that fits a schema: its own example where it has one.
func (d *Document) sample(s *object, depth int) any {
	s = d.follow(s)
	if s == nil || depth > deepest {
		return nil
	}
	for _, key := range []string{"example", "const", "default"} {
		if s.index(key) >= 0 {
			return s.get(key)
		}
	}
	for _, key := range []string{"examples", "enum"} {
		if all := items(s.get(key)); len(all) > 0 {
			return all[0]
		}
	}
	if all := choices(s); len(all) > 0 {
		return d.sample(all[0], depth+1)
	}
	kind, _ := s.get("type").(string)
	if all := items(s.get("type")); len(all) > 0 {
		kind, _ = all[0].(string)
	}
	return d.sampleOf(kind, s, depth)
}

func (d *Document) sampleOf(kind string, s *object, depth int) any {
	switch kind {
	case "object":
		o := obj()
		for _, m := range members(s.at("properties")) {
			if p, ok := m.value.(*object); ok {
				o.set(m.key, d.sample(p, depth+1))
			}
		}
		return o
	case "array":
		if one := d.sample(s.at("items"), depth+1); one != nil {
			return []any{one}
		}
		return []any{}
	case "string":
		return "…"
	case "integer", "number":
		if low := s.get("minimum"); low != nil {
			return low
		}
		return 0
	case "boolean":
		return false
	}
	return nil
}

func members(o *object) []member {
	if o == nil {
		return nil
	}
	return o.members
}

func indented(v any) string {
	if v == nil {
		return ""
	}
	compact, err := marshal(v)
	if err != nil {
		return ""
	}
	var b bytes.Buffer
	if json.Indent(&b, compact, "", "  ") != nil {
		return ""
	}
	return b.String()
}
