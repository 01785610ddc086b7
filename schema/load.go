package schema

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

//go:embed *.yaml
var files embed.FS

// Load reads the embedded schema. An error names the file and the line and
// means that the program was built from broken files.
func Load() (*Schema, error) {
	s, _, err := load(files)
	return s, err
}

// Prefixes returns the registered prefixes and what they stand for, in the
// order of prefixes.yaml.
func Prefixes() ([][2]string, error) {
	_, prefixes, err := load(files)
	return prefixes, err
}

// load reads all YAML files at the root of fsys: first everything that is
// there, then whether names refer to something.
func load(fsys fs.FS) (*Schema, [][2]string, error) {
	names, err := fs.Glob(fsys, "*.yaml")
	if err != nil {
		return nil, nil, err
	}
	if len(names) == 0 {
		return nil, nil, errors.New("schema: no YAML files")
	}
	var l loader
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, nil, err
		}
		if err := l.read(path.Join("schema", name), data); err != nil {
			return nil, nil, err
		}
	}
	s, err := l.link()
	return s, l.prefixes, err
}

// A document is one YAML file.
type document struct {
	Prefixes   yaml.MapSlice   `yaml:"prefixes"`
	Classes    []classEntry    `yaml:"classes"`
	Properties []propertyEntry `yaml:"properties"`
}

type classEntry struct {
	ID          Class    `yaml:"id"`
	IRI         string   `yaml:"iri"`
	Label       string   `yaml:"label"`
	Plural      string   `yaml:"plural"`
	Extends     Class    `yaml:"extends"`
	Prefix      []string `yaml:"prefix"`
	FragmentOf  []Class  `yaml:"fragmentOf"`
	Mention     bool     `yaml:"mention"`
	Description string   `yaml:"description"`
	at          position
}

type propertyEntry struct {
	ID          string    `yaml:"id"`
	IRI         Property  `yaml:"iri"`
	Label       string    `yaml:"label"`
	Reverse     string    `yaml:"reverse"`
	Domain      []Class   `yaml:"domain"`
	Range       oneOrMany `yaml:"range"`
	Many        bool      `yaml:"many"`
	Description string    `yaml:"description"`
	at          position
}

// UnmarshalYAML keeps the line of the entry for messages.
func (e *classEntry) UnmarshalYAML(n ast.Node) error {
	type plain classEntry
	e.at.line = line(n)
	return yaml.NodeToValue(n, (*plain)(e), yaml.Strict())
}

// UnmarshalYAML keeps the line of the entry for messages.
func (e *propertyEntry) UnmarshalYAML(n ast.Node) error {
	type plain propertyEntry
	e.at.line = line(n)
	return yaml.NodeToValue(n, (*plain)(e), yaml.Strict())
}

// oneOrMany is a class, or a list of classes.
type oneOrMany []Class

// UnmarshalYAML accepts both forms.
func (o *oneOrMany) UnmarshalYAML(n ast.Node) error {
	if n.Type() == ast.SequenceType {
		return yaml.NodeToValue(n, (*[]Class)(o))
	}
	*o = make(oneOrMany, 1)
	return yaml.NodeToValue(n, &(*o)[0])
}

// line is where an entry starts. The token of a mapping is the colon behind
// its first key, which stands on that line.
func line(n ast.Node) int { return n.GetToken().Position.Line }

// A position is a place in a file, for messages.
type position struct {
	file string
	line int
}

func (p position) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", p.file, p.line, fmt.Sprintf(format, args...))
}

// A loader gathers the entries of all files.
type loader struct {
	prefixes   [][2]string
	classes    []classEntry
	properties []propertyEntry
}

func (l *loader) read(file string, data []byte) error {
	var d document
	if err := yaml.UnmarshalWithOptions(data, &d, yaml.Strict()); err != nil {
		return yamlError(file, err)
	}
	for _, p := range d.Prefixes {
		l.prefixes = append(l.prefixes, [2]string{fmt.Sprint(p.Key), fmt.Sprint(p.Value)})
	}
	for _, c := range d.Classes {
		c.at.file = file
		l.classes = append(l.classes, c)
	}
	for _, p := range d.Properties {
		p.at.file = file
		l.properties = append(l.properties, p)
	}
	return nil
}

// yamlError puts a message of the YAML reader into the form file:line: what.
func yamlError(file string, err error) error {
	var located yaml.Error
	if !errors.As(err, &located) || located.GetToken() == nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	what, _, _ := strings.Cut(located.GetMessage(), "\n")
	return position{file, located.GetToken().Position.Line}.errorf("%s", what)
}

// registered reports whether iri is short and its prefix is known.
func (l *loader) registered(iri string) bool {
	prefix, name, ok := strings.Cut(iri, ":")
	return ok && name != "" && slices.ContainsFunc(l.prefixes, func(p [2]string) bool { return p[0] == prefix })
}
