package settings

import (
	"errors"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// parse returns the one document of a YAML file, nil where it is empty. The YAML
// reader panics on some texts that are none.
func parse(data []byte) (body ast.Node, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("not YAML")
		}
	}()
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		return nil, err
	}
	for _, doc := range file.Docs {
		if doc.Body == nil || doc.Body.Type() == ast.CommentType {
			continue
		}
		if body != nil {
			return nil, errors.New("it has several documents; one is enough")
		}
		body = doc.Body
	}
	return body, nil
}

func keyOf(it *ast.MapNodeIter) string { return it.Key().GetToken().Value }

// valuesOf are the values of a setting: of a plain one, or of a list.
func valuesOf(n ast.Node) ([]string, error) {
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		v, err := valueOf(n)
		return []string{v}, err
	}
	values := []string{}
	for _, item := range seq.Values {
		v, err := valueOf(item)
		if err != nil {
			return nil, err
		}
		values = append(values, v)
	}
	return values, nil
}

func valueOf(n ast.Node) (string, error) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, nil
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, nil
	case *ast.NullNode:
		return "", errors.New("has no value")
	}
	return "", errors.New("is no plain value: a text, a number, true or false, or a list of them")
}
