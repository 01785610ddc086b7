package openapi

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/goccy/go-yaml"
)

// An object is a JSON object whose members keep their order, so that people who
// read the document find things in the order in which they were written.
type object struct{ members []member }

type member struct {
	key   string
	value any // *object, []any, string, bool, number or nil
}

// obj makes an object of keys and values by turns.
func obj(pairs ...any) *object {
	o := &object{}
	for i := 0; i < len(pairs); i += 2 {
		o.set(pairs[i].(string), pairs[i+1])
	}
	return o
}

// index returns the place of a member, -1 where there is none, or no object at all.
func (o *object) index(key string) int {
	if o == nil {
		return -1
	}
	return slices.IndexFunc(o.members, func(m member) bool { return m.key == key })
}

// get returns the value of a member, nil where there is none.
func (o *object) get(key string) any {
	if i := o.index(key); i >= 0 {
		return o.members[i].value
	}
	return nil
}

// at returns the object at a path of keys, nil where there is none.
func (o *object) at(keys ...string) *object {
	for _, key := range keys {
		if o == nil {
			return nil
		}
		o, _ = o.get(key).(*object)
	}
	return o
}

// set replaces the value of a member or adds one at the end.
func (o *object) set(key string, value any) {
	if i := o.index(key); i >= 0 {
		o.members[i].value = value
		return
	}
	o.members = append(o.members, member{key, value})
}

// remove takes a member away.
func (o *object) remove(key string) {
	o.members = slices.DeleteFunc(o.members, func(m member) bool { return m.key == key })
}

// clone copies the object, but not what its members hold.
func (o *object) clone() *object { return &object{slices.Clone(o.members)} }

// MarshalJSON writes the members in their order.
func (o *object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o.members {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := marshal(m.key)
		if err != nil {
			return nil, err
		}
		value, err := marshal(m.value)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", m.key, err)
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// MarshalYAML gives the members in their order.
func (o *object) MarshalYAML() (any, error) {
	out := make(yaml.MapSlice, len(o.members))
	for i, m := range o.members {
		out[i] = yaml.MapItem{Key: m.key, Value: m.value}
	}
	return out, nil
}

// tree turns what the YAML reader gives into objects.
func tree(v any) any {
	switch v := v.(type) {
	case yaml.MapSlice:
		o := &object{}
		for _, item := range v {
			o.set(fmt.Sprint(item.Key), tree(item.Value))
		}
		return o
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = tree(v[i])
		}
		return out
	}
	return v
}

// marshal is json.Marshal without the escapes that only HTML needs.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}
