package gizmo

import (
	"fmt"
	"iter"
	"strings"

	"github.com/dop251/goja/ast"
)

// nameOf names a construct of JavaScript that a query cannot have.
func nameOf(n ast.Node) string {
	switch n := n.(type) {
	case *ast.AssignExpression:
		return "assignment"
	case *ast.FunctionLiteral, *ast.ArrowFunctionLiteral, *ast.FunctionDeclaration:
		return "function"
	case *ast.ObjectLiteral:
		return "object"
	case *ast.RegExpLiteral:
		return "regular expression"
	case *ast.TemplateLiteral:
		return "template string"
	case *ast.BinaryExpression:
		return "operator " + n.Operator.String()
	case *ast.BracketExpression:
		return "[…]"
	case *ast.ForStatement, *ast.ForInStatement, *ast.ForOfStatement, *ast.WhileStatement, *ast.DoWhileStatement:
		return "loop"
	case *ast.IfStatement, *ast.ConditionalExpression, *ast.SwitchStatement:
		return "condition"
	case *ast.DotExpression:
		return "." + n.Identifier.Name.String()
	}
	name := strings.TrimPrefix(fmt.Sprintf("%T", n), "*ast.")
	for _, suffix := range []string{"Statement", "Expression", "Literal", "Declaration"} {
		name = strings.TrimSuffix(name, suffix)
	}
	return strings.ToLower(name)
}

// hintFor says what to write instead.
func hintFor(n ast.Node) string {
	switch n := n.(type) {
	case *ast.AssignExpression:
		return "write var name = …, each name once"
	case *ast.FunctionLiteral, *ast.ArrowFunctionLiteral, *ast.FunctionDeclaration:
		return "there are no callbacks: prepare a path with g.M() and follow it, or ask for .All() and work on the rows"
	case *ast.ObjectLiteral:
		return "give strings, numbers, lists or paths"
	case *ast.RegExpLiteral:
		return `write regex("…")`
	case *ast.TemplateLiteral:
		return "write it in plain quotes"
	case *ast.BinaryExpression:
		return "a query does not calculate: write the value itself"
	case *ast.BracketExpression:
		return "a query does not look into results"
	case *ast.ForStatement, *ast.ForInStatement, *ast.ForOfStatement, *ast.WhileStatement, *ast.DoWhileStatement:
		return "ask for .All() and go through the rows"
	case *ast.DotExpression:
		name := n.Identifier.Name.String()
		if _, ok := pathMethods[strings.ToUpper(name[:1])+name[1:]]; !ok {
			return "a query does not look into results"
		}
		return "call it: ." + name + "(…)"
	}
	return "a query is var, g, paths and what is documented for them"
}

// hintFrom proposes the known name nearest to a wrong one.
func hintFrom(wrong string, known iter.Seq[string]) string {
	best, least := "", 1+len(wrong)/3
	for name := range known {
		d := distance(strings.ToLower(wrong), strings.ToLower(name))
		if d < least || d == least && (best == "" || name < best) {
			best, least = name, d
		}
	}
	if best == "" {
		return ""
	}
	return "did you mean " + best + "?"
}

// distance counts the letters to insert, delete or change between a and b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := before
			if a[i] != b[j] {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
