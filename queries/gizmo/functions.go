package gizmo

import (
	"maps"
	"regexp"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/dop251/goja/ast"
)

// functions are the functions of Gizmo: values and filters.
var functions = map[string]method{
	"iri":   {1, 1, `iri("country:AZE")`, "Is a node by its id.", oneText(func(s string) value { return quad.IRI(s) })},
	"bnode": {1, 1, `bnode("b1")`, "Is a node without an id, by the name that its store gave it.", oneText(func(s string) value { return quad.BNode(s) })},
	"str":   {1, 1, `str("text")`, "Is text.", str},
	"raw":   {1, 1, `raw("<country:AZE>")`, "Is a value as N-Quads writes it.", oneText(func(s string) value { return quad.StringToValue(s) })},
	"lang":  {2, 2, `lang("texte", "fr")`, "Is text in a language.", lang},
	"typed": {2, 2, `typed("5", "xsd:integer")`, "Is a value of a datatype; a number or a date is one as stores keep it.", typed},
	"lt":    {1, 1, "lt(value)", "Passes values that come before this one.", comparing(func(c int) bool { return c < 0 })},
	"lte":   {1, 1, "lte(value)", "Passes this value and those that come before it.", comparing(func(c int) bool { return c <= 0 })},
	"gt":    {1, 1, "gt(value)", "Passes values that come after this one.", comparing(func(c int) bool { return c > 0 })},
	"gte":   {1, 1, "gte(value)", "Passes this value and those that come after it.", comparing(func(c int) bool { return c >= 0 })},
	"regex": {1, 2, `regex("pattern") or regex("pattern", true)`, "Passes text in which a pattern of RE2 is found, and IRIs as well if the second argument is true.", regex},
	"like":  {1, 1, `like("text%")`, "Passes text of this form, in which % stands for any characters and ? for one.", likeText},
}

func oneText(make func(string) value) func(*call) (value, error) {
	return func(k *call) (value, error) {
		s, err := k.text(0)
		if err != nil {
			return nil, err
		}
		return make(s), nil
	}
}

// str allows the empty string, which is a value like any other.
func str(k *call) (value, error) {
	s, ok := words(k.args[0])
	if !ok {
		return nil, k.refuseArg(0, "a string is wanted, not "+kindOf(k.args[0]), "")
	}
	return quad.String(s), nil
}

func lang(k *call) (value, error) {
	s, err := k.text(0)
	if err != nil {
		return nil, err
	}
	l, err := k.text(1)
	return quad.LangString{Value: quad.String(s), Lang: l}, err
}

func typed(k *call) (value, error) {
	s, err := k.text(0)
	if err != nil {
		return nil, err
	}
	t, err := k.text(1)
	// Stores keep values of known types, such as xsd:integer, as numbers and dates.
	return native(quad.TypedString{Value: quad.String(s), Type: quad.IRI(strings.Trim(t, "<>"))}), err
}

func comparing(holds func(int) bool) func(*call) (value, error) {
	return func(k *call) (value, error) {
		v, problem := node(k.args[0])
		if problem != "" {
			return nil, k.refuseArg(0, problem, "")
		}
		return filter(comparison{with: v, holds: holds}), nil
	}
}

func regex(k *call) (value, error) {
	refs := false
	if len(k.args) > 1 {
		b, ok := k.args[1].(boolean)
		if !ok {
			return nil, k.refuseArg(1, "true or false is wanted, not "+kindOf(k.args[1]), "")
		}
		refs = bool(b)
	}
	s, err := k.expression(refs)
	if err != nil {
		return nil, err
	}
	re, err := regexp.Compile(s)
	if err != nil {
		return nil, k.refuseArg(0, err.Error(), "the syntax is that of RE2: no look-ahead, no back-references")
	}
	return filter(match{re: re, refs: refs}), nil
}

// expression returns the pattern of a regex. Gizmo takes an IRI for one as well where
// the regex is to match IRIs.
func (k *call) expression(refs bool) (string, error) {
	if iri, ok := k.args[0].(quad.IRI); ok && refs {
		return string(iri), nil
	}
	return k.text(0)
}

func likeText(k *call) (value, error) {
	s, err := k.text(0)
	if err != nil {
		return nil, err
	}
	f, err := like(s)
	if err != nil {
		return nil, k.refuseArg(0, err.Error(), "")
	}
	return f, nil
}

// method returns the method that an expression calls on a value.
func (c *compiler) method(on value, x *ast.DotExpression) (method, error) {
	name := x.Identifier.Name.String()
	var known map[string]method
	switch on.(type) {
	case graphV:
		known = graphMethods
	case *chain:
		known = pathMethods
	default:
		return method{}, c.refuse(&x.Identifier, name, kindOf(on)+" has no methods", "")
	}
	// As in Gizmo, the first letter may be a capital or not.
	if m, ok := known[strings.ToUpper(name[:1])+name[1:]]; ok {
		return m, nil
	}
	if hint, ok := notOffered[strings.ToLower(name)]; ok {
		return method{}, c.refuse(&x.Identifier, name, "not offered here", hint)
	}
	return method{}, c.refuse(&x.Identifier, name, "no such method", hintFrom(name, maps.Keys(known)))
}

// notOffered are Gizmo's methods that run code.
var notOffered = map[string]string{
	"foreach": "there are no callbacks: ask for .All() and go through the rows",
	"map":     "there are no callbacks: ask for .All() and go through the rows",
}
