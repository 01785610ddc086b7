package openapi

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// baseFile is the fragment that is a whole document but for its paths.
const baseFile = "base.yaml"

// A merger puts fragments together and remembers where each part was read.
type merger struct {
	document *object
	origin   map[string]string // of "paths /x get" or "components schemas X": file:line
}

// merge reads every *.yaml of a folder. Errors begin with file:line.
func merge(files fs.FS) (*object, error) {
	names, err := fs.Glob(files, "*.yaml")
	if err != nil {
		return nil, err
	}
	if !slices.Contains(names, baseFile) {
		return nil, fmt.Errorf("%s is missing", baseFile)
	}
	m := &merger{document: obj(), origin: map[string]string{}}
	names = slices.DeleteFunc(names, func(n string) bool { return n == baseFile })
	for _, name := range append([]string{baseFile}, names...) {
		if err := m.read(files, name); err != nil {
			return nil, err
		}
	}
	return m.document, nil
}

func (m *merger) read(files fs.FS, name string) error {
	src, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	parsed, err := parser.ParseBytes(src, 0)
	if err != nil {
		return yamlError(name, err)
	}
	if len(parsed.Docs) != 1 {
		return fmt.Errorf("%s:1: one YAML document is expected", name)
	}
	for _, e := range entries(parsed.Docs[0].Body) {
		if err := m.top(name, e); err != nil {
			return err
		}
	}
	return nil
}

// top takes a member of a fragment's top level: paths and components of all
// fragments are one, the rest is for the base alone.
func (m *merger) top(file string, e entry) error {
	if e.key == "paths" || e.key == "components" {
		return m.join(file, e.value, 2, e.key)
	}
	if file != baseFile {
		return fmt.Errorf("%s:%d: %s belongs in %s; a fragment has paths and components", file, e.line, e.key, baseFile)
	}
	value, err := decode(file, e.value)
	m.document.set(e.key, value)
	return err
}

// join adds the entries that lie depth levels below a path of keys. Only the
// lowest level may not be there twice.
func (m *merger) join(file string, node ast.Node, depth int, path ...string) error {
	into := m.document
	for _, key := range path {
		if into.at(key) == nil {
			into.set(key, obj())
		}
		into = into.at(key)
	}
	for _, e := range entries(node) {
		below := append(slices.Clone(path), e.key)
		if depth > 1 {
			if err := m.join(file, e.value, depth-1, below...); err != nil {
				return err
			}
			continue
		}
		what, here := fmt.Sprint(below), fmt.Sprintf("%s:%d", file, e.line)
		if there, twice := m.origin[what]; twice {
			return fmt.Errorf("%s: %s is there already, in %s", here, e.key, there)
		}
		m.origin[what] = here
		value, err := decode(file, e.value)
		if err != nil {
			return err
		}
		into.set(e.key, value)
	}
	return nil
}

// An entry is a member of a mapping with the line that it begins in.
type entry struct {
	key   string
	line  int
	value ast.Node
}

// entries returns the members of a mapping, none of anything else.
func entries(n ast.Node) []entry {
	mapping, ok := n.(*ast.MappingNode)
	if !ok {
		return nil
	}
	out := make([]entry, len(mapping.Values))
	for i, v := range mapping.Values {
		t := v.Key.GetToken()
		out[i] = entry{t.Value, t.Position.Line, v.Value}
	}
	return out
}

func decode(file string, n ast.Node) (any, error) {
	var v any
	if err := yaml.NodeToValue(n, &v, yaml.UseOrderedMap()); err != nil {
		return nil, yamlError(file, err)
	}
	return tree(v), nil
}

// yamlError puts an error of the YAML reader in the form file:line: what.
func yamlError(file string, err error) error {
	var y yaml.Error
	if errors.As(err, &y) && y.GetToken() != nil {
		return fmt.Errorf("%s:%d: %s", file, y.GetToken().Position.Line, y.GetMessage())
	}
	return fmt.Errorf("%s:1: %w", file, err)
}
