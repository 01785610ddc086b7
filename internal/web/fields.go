package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"rapporteur/internal/web/cache"
)

// names reads names parted by commas, nil for none. A name counts once.
func (f form) names(parameter string) []string {
	var out []string
	for name := range strings.SplitSeq(f[parameter], ",") {
		if name = strings.TrimSpace(name); name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// chosen reads which members of the JSON of an object to show: nil for all.
func (f form) chosen(object any) ([]string, error) {
	wanted := f.names("fields")
	known := members(reflect.TypeOf(object))
	for _, name := range wanted {
		if !slices.Contains(known, name) {
			return nil, badRequest{"fields", fmt.Errorf("there is no field %q; there are %s", name, strings.Join(known, ", "))}
		}
	}
	return wanted, nil
}

// members lists the names that a struct has in JSON.
func members(t reflect.Type) []string {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	var out []string
	for _, field := range reflect.VisibleFields(t) {
		if name, _, _ := strings.Cut(field.Tag.Get("json"), ","); name != "" && name != "-" {
			out = append(out, name)
		}
	}
	return out
}

// only keeps the members of these names, in the order that the object has them;
// without names all.
func only(object any, names []string) (any, error) {
	if len(names) == 0 {
		return object, nil
	}
	whole, err := marshal(object)
	if err != nil {
		return nil, err
	}
	var parts map[string]json.RawMessage
	if err := json.Unmarshal(whole, &parts); err != nil {
		return nil, fmt.Errorf("choosing fields: %w", err)
	}
	var b bytes.Buffer
	for _, name := range members(reflect.TypeOf(object)) {
		value, there := parts[name]
		if !there || !slices.Contains(names, name) {
			continue
		}
		sep := byte(',')
		if b.Len() == 0 {
			sep = '{'
		}
		b.WriteByte(sep)
		fmt.Fprintf(&b, "%q:%s", name, value)
	}
	if b.Len() == 0 {
		b.WriteByte('{')
	}
	b.WriteByte('}')
	return json.RawMessage(b.Bytes()), nil
}

// chosenAnswer is the answer that the members of an object are in JSON.
func chosenAnswer(object any, fields []string) (*cache.Answer, error) {
	part, err := only(object, fields)
	if err != nil {
		return nil, err
	}
	return jsonAnswer(part)
}
