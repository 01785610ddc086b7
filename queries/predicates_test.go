package queries_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/parser"

	"rapporteur/queries"
	"rapporteur/schema"
)

// TestPredicates checks that a query follows no predicate and asks for no class
// that the schema lacks: it would find nothing, and say nothing.
func TestPredicates(t *testing.T) {
	sch := must(schema.Load())(t)
	files := must(fs.Glob(queries.Builtin().Files, "*.js"))(t)
	if len(files) == 0 {
		t.Fatal("no queries")
	}
	for _, file := range files {
		src := must(fs.ReadFile(queries.Builtin().Files, file))(t)
		program := must(parser.ParseFile(nil, file, string(src), 0))(t)
		used := iris{}
		used.statements(program.Body)
		if len(used.predicates) == 0 && file != "entity-facts.js" {
			t.Errorf("%s: no predicates found", file)
		}
		for _, iri := range used.predicates {
			if _, err := sch.ParseProperty(iri); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
		for _, iri := range used.nodes {
			_, isClass := sch.ClassByIRI(iri)
			if _, err := sch.ParseProperty(iri); err != nil && !isClass {
				t.Errorf("%s: %s is no class of the schema, and no property", file, iri)
			}
		}
	}
}

func TestPredicatesFindsWhatIsWrong(t *testing.T) {
	program := must(parser.ParseFile(nil, "x.js", `var m = g.M().In(["<a:b>", "<c:d>"]); g.V("<e:f>").Follow(m).Has("<g:h>", "<i:j>").All()`, 0))(t)
	used := iris{}
	used.statements(program.Body)
	if got := strings.Join(used.predicates, " "); got != "a:b c:d g:h" {
		t.Errorf("predicates %s", got)
	}
	if got := strings.Join(used.nodes, " "); got != "e:f i:j" {
		t.Errorf("nodes %s", got)
	}
}

// iris are the IRIs that a program holds as literals.
type iris struct {
	predicates []string // the first argument of a step
	nodes      []string // any other
}

func (u *iris) statements(body []ast.Statement) {
	for _, s := range body {
		switch s := s.(type) {
		case *ast.ExpressionStatement:
			u.expression(s.Expression)
		case *ast.VariableStatement:
			for _, b := range s.List {
				u.expression(b.Initializer)
			}
		}
	}
}

func (u *iris) expression(e ast.Expression) {
	call, ok := e.(*ast.CallExpression)
	if !ok {
		return
	}
	method, ok := call.Callee.(*ast.DotExpression)
	if !ok {
		return
	}
	u.expression(method.Left)
	for i, arg := range call.ArgumentList {
		u.expression(arg)
		switch found := literals(arg); {
		case i == 0 && method.Identifier.Name != "V":
			u.predicates = append(u.predicates, found...)
		default:
			u.nodes = append(u.nodes, found...)
		}
	}
}

// literals returns the IRIs of a string or a list of strings.
func literals(e ast.Expression) []string {
	switch e := e.(type) {
	case *ast.StringLiteral:
		if iri, ok := strings.CutPrefix(e.Value.String(), "<"); ok {
			return []string{strings.TrimSuffix(iri, ">")}
		}
	case *ast.ArrayLiteral:
		var all []string
		for _, v := range e.Value {
			all = append(all, literals(v)...)
		}
		return all
	}
	return nil
}
