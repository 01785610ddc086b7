package gizmo

import (
	"fmt"
	"maps"
	"slices"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/token"
	"github.com/dop251/goja/unistring"
)

// Compile reads a query. Params gives values to names that the query may use:
// quad.Value, string, int64, bool, or []quad.Value. They are values, never
// text of the query: a string is that string, even if it looks like an IRI.
//
// The error is an [*Error], which says where and why the query is refused.
func Compile(src string, params map[string]any) (*Program, error) {
	prog, err := parse(src)
	if err != nil {
		return nil, err
	}
	c := &compiler{src: src, base: prog.File.Base(), slots: map[string]int{}, names: map[string]value{}}
	if err := c.bindParams(params); err != nil {
		return nil, err
	}
	for _, s := range prog.Body {
		if err := c.statement(s); err != nil {
			return nil, err
		}
	}
	if len(c.program.finals) == 0 {
		return nil, &Error{Construct: "query", Message: "it asks for nothing", Hint: `end a path with .All(), as in g.V("<country:AZE>").Out("<rap:cites>").All()`}
	}
	return &c.program, nil
}

// A compiler turns a syntax tree into a Program.
type compiler struct {
	src        string
	base       int
	calls      int
	names      map[string]value  // of var, let and const, and of parameters
	namespaces map[string]string // by prefix, of AddNamespace
	slots      map[string]int    // of tags
	program    Program
}

func (c *compiler) bindParams(params map[string]any) error {
	for _, name := range slices.Sorted(maps.Keys(params)) {
		v, ok := parameter(params[name])
		if !ok {
			return &Error{Construct: "parameter " + name, Message: fmt.Sprintf("a query cannot use a %T", params[name])}
		}
		if reserved(name) {
			return &Error{Construct: "parameter " + name, Message: "the name is Gizmo's own", Hint: "choose another"}
		}
		c.names[name] = v
	}
	return nil
}

// reserved reports whether a name has a meaning of its own.
func reserved(name string) bool {
	_, ok := functions[name]
	return ok || name == "g" || name == "graph" || name == "undefined"
}

func (c *compiler) statement(s ast.Statement) error {
	switch s := s.(type) {
	case *ast.EmptyStatement:
		return nil
	case *ast.ExpressionStatement:
		v, err := c.expression(s.Expression)
		if err != nil {
			return err
		}
		return c.finish(s.Expression, v)
	case *ast.VariableStatement:
		return c.define(s.List)
	case *ast.LexicalDeclaration:
		return c.define(s.List)
	}
	return c.refuse(s, nameOf(s), "not part of a query", hintFor(s))
}

// finish takes what an expression statement stands for.
func (c *compiler) finish(n ast.Node, v value) error {
	switch v := v.(type) {
	case nothing:
		return nil
	case *final:
		c.program.finals = append(c.program.finals, *v)
		return nil
	case *chain:
		return c.refuse(n, "path", "it is not asked for anything", "end it with .All(), .GetLimit(n) or .Count(), or give it a name with var")
	}
	return c.refuse(n, kindOf(v), "it does nothing here", "write g.Emit(…) to have it in the result")
}

func (c *compiler) define(list []*ast.Binding) error {
	for _, b := range list {
		id, ok := b.Target.(*ast.Identifier)
		if !ok {
			return c.refuse(b.Target, "var", "a plain name is wanted", "write var name = …")
		}
		name := id.Name.String()
		if b.Initializer == nil {
			return c.refuse(b.Target, "var "+name, "it has no value", "write var "+name+" = …")
		}
		if _, taken := c.names[name]; taken || reserved(name) {
			return c.refuse(b.Target, "var "+name, "the name has a meaning already", "choose another")
		}
		v, err := c.expression(b.Initializer)
		if err != nil {
			return err
		}
		if _, none := v.(nothing); none {
			return c.refuse(b.Initializer, "var "+name, "All, GetLimit and Emit put rows into the result and stand for no value",
				"write them as a statement of their own, or use Count or ToArray")
		}
		c.names[name] = v
	}
	return nil
}

func (c *compiler) expression(x ast.Expression) (value, error) {
	switch x := x.(type) {
	case *ast.StringLiteral:
		return text(x.Value.String()), nil
	case *ast.NumberLiteral:
		return c.number(x)
	case *ast.BooleanLiteral:
		return boolean(x.Value), nil
	case *ast.NullLiteral:
		return null{}, nil
	case *ast.UnaryExpression:
		return c.minus(x)
	case *ast.ArrayLiteral:
		values, err := c.expressions(x, x.Value)
		return list(values), err
	case *ast.Identifier:
		return c.identifier(x)
	case *ast.CallExpression:
		return c.callExpression(x)
	case *ast.ObjectLiteral:
		return c.object(x)
	}
	return nil, c.refuse(x, nameOf(x), "not part of a query", hintFor(x))
}

// expressions returns the values of the list that n holds.
func (c *compiler) expressions(n ast.Node, list []ast.Expression) ([]value, error) {
	out := make([]value, len(list))
	for i, x := range list {
		if x == nil { // a hole, as in [1,,2]
			return nil, c.refuse(n, "list", "an element is missing between two commas", "")
		}
		var err error
		if out[i], err = c.expression(x); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (c *compiler) number(x *ast.NumberLiteral) (value, error) {
	switch v := x.Value.(type) {
	case int64:
		return integer(v), nil
	case float64:
		return float(v), nil
	}
	return nil, c.refuse(x, x.Literal, "not a number that a query can use", "")
}

func (c *compiler) minus(x *ast.UnaryExpression) (value, error) {
	if x.Operator == token.MINUS {
		v, err := c.expression(x.Operand)
		if err != nil {
			return nil, err
		}
		switch v := v.(type) {
		case integer:
			return -v, nil
		case float:
			return -v, nil
		}
	}
	return nil, c.refuse(x, "operator "+x.Operator.String(), "a query does not calculate", "write the value itself")
}

func (c *compiler) identifier(x *ast.Identifier) (value, error) {
	name := x.Name.String()
	switch name {
	case "g", "graph":
		return graphV{}, nil
	case "undefined":
		return null{}, nil
	}
	if v, ok := c.names[name]; ok {
		return v, nil
	}
	if _, ok := functions[name]; ok {
		return nil, c.refuse(x, name, "a function is no value", "call it: "+name+"(…)")
	}
	return nil, c.refuse(x, name, "no such name", hintFrom(name, maps.Keys(c.names)))
}

func (c *compiler) callExpression(x *ast.CallExpression) (value, error) {
	if c.calls++; c.calls > MaxCalls {
		return nil, c.refuse(x, "query", fmt.Sprintf("more than %d calls", MaxCalls), "give lists instead of one call an element")
	}
	k := &call{c: c, node: x}
	switch callee := x.Callee.(type) {
	case *ast.Identifier:
		f, ok := functions[callee.Name.String()]
		if !ok {
			return nil, c.refuse(callee, callee.Name.String(), "no such function", hintFrom(callee.Name.String(), maps.Keys(functions)))
		}
		return c.invoke(k, callee.Name, f, x)
	case *ast.DotExpression:
		k.node = &callee.Identifier
		on, err := c.expression(callee.Left)
		if err != nil {
			return nil, err
		}
		m, err := c.method(on, callee)
		if err != nil {
			return nil, err
		}
		k.on = on
		return c.invoke(k, callee.Identifier.Name, m, x)
	}
	return nil, c.refuse(x, nameOf(x.Callee), "it cannot be called", `write calls as in g.V("<a>").Out("<b>")`)
}

func (c *compiler) invoke(k *call, name unistring.String, m method, x *ast.CallExpression) (value, error) {
	k.name = name.String()
	var err error
	if k.args, err = c.expressions(x, x.ArgumentList); err != nil {
		return nil, err
	}
	k.nodes = x.ArgumentList
	for i, v := range k.args {
		if _, ok := v.(object); ok && !k.emits() {
			return nil, c.refuse(k.nodes[i], "object", "not part of a query", hintFor(k.nodes[i]))
		}
	}
	if n := len(k.args); n < m.min || m.max >= 0 && n > m.max {
		return nil, k.refuse("it takes "+m.arity()+fmt.Sprintf(", not %d", n), "write "+m.usage)
	}
	v, err := m.do(k)
	if err != nil {
		return nil, err
	}
	if p, ok := v.(*chain); ok && p.size > MaxSteps {
		return nil, k.refuse(fmt.Sprintf("the path has more than %d steps", MaxSteps), "follow a path fewer times")
	}
	return v, nil
}

// refuse returns the error for a node of the syntax tree.
func (c *compiler) refuse(n ast.Node, construct, message, hint string) *Error {
	if dot, ok := n.(*ast.DotExpression); ok {
		n = &dot.Identifier // not where the path begins, maybe lines before
	}
	line, col := place(c.src, int(n.Idx0()-file.Idx(c.base)))
	return &Error{Line: line, Column: col, Construct: construct, Message: message, Hint: hint}
}

// slot returns the slot of a tag, a new one for a new name.
func (c *compiler) slot(name string) int {
	s, ok := c.slots[name]
	if !ok {
		s = len(c.program.tags)
		c.slots[name] = s
		c.program.tags = append(c.program.tags, name)
	}
	return s
}
