package gizmo

import (
	"fmt"

	"github.com/cayleygraph/quad"
	"github.com/dop251/goja/ast"
)

// A method is a function or a method of Gizmo.
type method struct {
	min, max int    // arguments, max -1 without end
	usage    string // how it is written, forms parted by " or "
	does     string // a sentence for people
	do       func(*call) (value, error)
}

// arity says how many arguments m takes.
func (m method) arity() string {
	plural := func(n int) string {
		if n == 1 {
			return "1 argument"
		}
		return fmt.Sprintf("%d arguments", n)
	}
	switch {
	case m.max < 0:
		return "at least " + plural(m.min)
	case m.min == m.max && m.max == 0:
		return "no arguments"
	case m.min == m.max:
		return plural(m.max)
	}
	return fmt.Sprintf("%d to %s", m.min, plural(m.max))
}

// A call is one call of a method in a query.
type call struct {
	c     *compiler
	node  ast.Node // where the name of the method stands
	name  string
	on    value // what the method is called on
	args  []value
	nodes []ast.Expression // the syntax of args
}

// path returns the path that the method is called on.
func (k *call) path() *chain { return k.on.(*chain) }

func (k *call) refuse(message, hint string) *Error {
	return k.c.refuse(k.node, k.name, message, hint)
}

// refuseArg refuses the argument i.
func (k *call) refuseArg(i int, message, hint string) *Error {
	return k.c.refuse(k.nodes[i], k.name, message, hint)
}

// text returns argument i, which must be a string that is not empty.
func (k *call) text(i int) (string, error) {
	s, ok := words(k.args[i])
	if !ok {
		return "", k.refuseArg(i, "a string is wanted, not "+kindOf(k.args[i]), "")
	}
	if s == "" {
		return "", k.refuseArg(i, "the string is empty", "")
	}
	return s, nil
}

// number returns argument i, which must be a whole number of at least least.
func (k *call) number(i int, least int64) (int64, error) {
	n := int64(-1 << 63)
	switch v := k.args[i].(type) {
	case integer:
		n = int64(v)
	case quad.Int:
		n = int64(v)
	case float:
		if n = int64(v); float(n) == v {
			break
		}
		return 0, k.refuseArg(i, "a whole number is wanted, not "+kindOf(v), "")
	default:
		return 0, k.refuseArg(i, "a whole number is wanted, not "+kindOf(v), "")
	}
	if n < least {
		return 0, k.refuseArg(i, fmt.Sprintf("%d is less than %d", n, least), "")
	}
	return n, nil
}

// values returns the arguments from i on, lists written out, as nodes.
func (k *call) values(i int) ([]quad.Value, error) {
	var out []quad.Value
	for ; i < len(k.args); i++ {
		for _, v := range flat(k.args[i]) {
			q, problem := node(v)
			if problem != "" {
				return nil, k.refuseArg(i, problem, `write "<id>" or iri("id") for an IRI, str("…") for text`)
			}
			out = append(out, q)
		}
	}
	return out, nil
}

// set returns argument i as a set of nodes: null is all of them, a path the nodes
// where it ends, and anything else one node or a list of them.
func (k *call) set(i int) (*nodeSet, error) {
	if i >= len(k.args) {
		return &nodeSet{any: true}, nil
	}
	switch v := k.args[i].(type) {
	case null:
		return &nodeSet{any: true}, nil
	case *chain:
		if len(v.tags) > 0 {
			return nil, k.refuseArg(i, "a path that stands for predicates or labels cannot have tags", "give the tag as the next argument")
		}
		return &nodeSet{path: v}, nil
	}
	values, err := (&call{c: k.c, node: k.node, name: k.name, args: k.args[:i+1], nodes: k.nodes}).values(i)
	if err != nil {
		return nil, err
	}
	return &nodeSet{values: values}, nil
}

// other returns argument i, which must be a path.
func (k *call) other(i int) (*chain, error) {
	if p, ok := k.args[i].(*chain); ok {
		return p, nil
	}
	return nil, k.refuseArg(i, "a path is wanted, not "+kindOf(k.args[i]), `write a path such as g.V("<a>") or g.M().Out("<b>")`)
}

// tags returns the slots of the tags that the arguments from i on name.
func (k *call) tags(i int) ([]int, error) {
	var out []int
	for ; i < len(k.args); i++ {
		for _, v := range flat(k.args[i]) {
			name, ok := words(v)
			if !ok || name == "" {
				return nil, k.refuseArg(i, "a tag is a string that is not empty", "")
			}
			if name == columnID {
				return nil, k.refuseArg(i, `the tag "id" is taken: it is where the path ends`, "choose another name")
			}
			out = union(out, []int{k.c.slot(name)})
		}
	}
	return out, nil
}

// flat returns the elements of a list, or the value itself.
func flat(v value) []value {
	if l, ok := v.(list); ok {
		return l
	}
	return []value{v}
}
