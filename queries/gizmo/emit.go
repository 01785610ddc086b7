package gizmo

import (
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/dop251/goja/ast"
)

// An object is {name: value, …}, which only Emit takes.
type object []field

type field struct {
	name  string
	value value
}

// object reads an object of plain names and values.
func (c *compiler) object(x *ast.ObjectLiteral) (value, error) {
	out := make(object, 0, len(x.Value))
	for _, p := range x.Value {
		keyed, ok := p.(*ast.PropertyKeyed)
		if !ok || keyed.Computed || keyed.Kind != ast.PropertyKindValue {
			return nil, c.refuse(x, "object", "it is more than names and values", `write {name: "value", …}`)
		}
		name, ok := keyed.Key.(*ast.StringLiteral)
		if !ok {
			return nil, c.refuse(keyed.Key, "object", "a name is wanted", `write {name: "value", …}`)
		}
		v, err := c.expression(keyed.Value)
		if err != nil {
			return nil, err
		}
		out = append(out, field{name.Value.String(), v})
	}
	return out, nil
}

// emits reports whether k is g.Emit, which alone takes an object.
func (k *call) emits() bool {
	_, graph := k.on.(graphV)
	return graph && strings.EqualFold(k.name, "emit")
}

// emit puts a value into the result, or the rows of Count, ToArray and the like.
func emit(k *call) (value, error) {
	switch v := k.args[0].(type) {
	case *final:
		return ask(k, *v)
	case null:
		return nothing{}, nil
	case object:
		return emitObject(k, v)
	case list:
		return emitValues(k, true, v...)
	}
	return emitValues(k, false, k.args[0])
}

// emitValues gives a row with the column "value" for each value.
func emitValues(k *call, list bool, values ...value) (value, error) {
	out := literal{columns: []string{columnValue}}
	for _, v := range values {
		q, err := emitted(k, v)
		if err != nil {
			return nil, err
		}
		out.rows = append(out.rows, Row{columnValue: q})
	}
	return ask(k, final{kind: finalLiteral, list: list, literal: out})
}

// emitObject gives a row with a column for each name. A member that is null has none.
func emitObject(k *call, o object) (value, error) {
	out, row := literal{object: true}, Row{}
	for _, f := range o {
		if _, none := f.value.(null); none {
			continue
		}
		if _, twice := row[f.name]; twice || f.name == "" {
			return nil, k.refuseArg(0, "a name is empty or there twice: "+f.name, `write {name: "value", …}`)
		}
		q, err := emitted(k, f.value)
		if err != nil {
			return nil, err
		}
		out.columns = append(out.columns, f.name)
		row[f.name] = q
	}
	if len(row) > 0 {
		out.rows = []Row{row}
	}
	return ask(k, final{kind: finalLiteral, literal: out})
}

// emitted returns a value as it goes into the result: as in Gizmo, text as it stands.
func emitted(k *call, v value) (quad.Value, error) {
	if t, ok := v.(text); ok {
		return quad.String(t), nil
	}
	q, problem := node(v)
	if problem != "" {
		return nil, k.refuseArg(0, kindOf(v)+" cannot be put into the result", "give a value, or a path with .Count() or .ToArray()")
	}
	return q, nil
}
