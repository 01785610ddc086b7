package queries

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// A header is the comment of a file as it is written.
type header struct {
	Title       string           `yaml:"title"`
	Description string           `yaml:"description"`
	Asks        asked            `yaml:"asks"`
	Parameters  []parameterEntry `yaml:"parameters"`
	Columns     []columnEntry    `yaml:"columns"`
	Sort        []string         `yaml:"sort"`
}

type parameterEntry struct {
	Name     string    `yaml:"name"`
	Type     string    `yaml:"type"`
	Class    oneOrMany `yaml:"class"`
	Help     string    `yaml:"help"`
	Choices  choices   `yaml:"choices"`
	Default  string    `yaml:"default"`
	Optional bool      `yaml:"optional"`
	Many     bool      `yaml:"many"`
	Filters  string    `yaml:"filters"`
	Keep     string    `yaml:"keep"`
	line     int
}

type columnEntry struct {
	Name   string            `yaml:"name"`
	Title  string            `yaml:"title"`
	Type   string            `yaml:"type"`
	Tag    string            `yaml:"tag"`
	Else   string            `yaml:"else"`
	Class  oneOrMany         `yaml:"class"`
	Many   bool              `yaml:"many"`
	Count  string            `yaml:"count"`
	Words  map[string]string `yaml:"words"`
	Hidden bool              `yaml:"hidden"`
	line   int
}

// asked is a question and the line where it stands.
type asked struct {
	text string
	line int
}

// choices are words, or words for IRIs.
type choices []Choice

// oneOrMany reads one string as a list of one.
type oneOrMany []string

func (e *parameterEntry) UnmarshalYAML(n ast.Node) error {
	type plain parameterEntry
	e.line = n.GetToken().Position.Line
	return yaml.NodeToValue(n, (*plain)(e), yaml.DisallowUnknownField())
}

func (e *columnEntry) UnmarshalYAML(n ast.Node) error {
	type plain columnEntry
	e.line = n.GetToken().Position.Line
	return yaml.NodeToValue(n, (*plain)(e), yaml.DisallowUnknownField())
}

func (a *asked) UnmarshalYAML(n ast.Node) error {
	a.line = n.GetToken().Position.Line
	return yaml.NodeToValue(n, &a.text)
}

func (c *choices) UnmarshalYAML(n ast.Node) error {
	if _, ok := n.(*ast.SequenceNode); ok {
		var words []string
		err := yaml.NodeToValue(n, &words)
		for _, w := range words {
			*c = append(*c, Choice{Word: w})
		}
		return err
	}
	var pairs yaml.MapSlice // keeps the order
	err := yaml.NodeToValue(n, &pairs)
	for _, p := range pairs {
		*c = append(*c, Choice{Word: fmt.Sprint(p.Key), IRI: fmt.Sprint(p.Value)})
	}
	return err
}

func (o *oneOrMany) UnmarshalYAML(n ast.Node) error {
	if _, ok := n.(*ast.SequenceNode); ok {
		return yaml.NodeToValue(n, (*[]string)(o))
	}
	*o = make([]string, 1)
	return yaml.NodeToValue(n, &(*o)[0])
}

// split parts the comment lines that begin a file from the program below them.
// Lines of the header keep their numbers.
func split(src string) (head, program string) {
	var b strings.Builder
	for line := range strings.Lines(src) {
		comment, ok := strings.CutPrefix(line, "//")
		if !ok {
			break
		}
		program = src[len(head)+len(line):]
		head = src[:len(head)+len(line)]
		b.WriteString(strings.TrimPrefix(comment, " "))
	}
	if head == "" {
		program = src
	}
	return b.String(), program
}

func program(src string) string {
	_, p := split(src)
	return p
}

func parseHeader(file, src string) (_ *header, err error) {
	head, _ := split(src)
	if strings.TrimSpace(head) == "" {
		return nil, fmt.Errorf("%s:1: the file must begin with a header: comment lines (//) with title, description, parameters and columns", file)
	}
	defer func() {
		if r := recover(); r != nil { // the YAML reader panics on some broken tags
			err = fmt.Errorf("%s:1: the header is not YAML: %v", file, r)
		}
	}()
	var h header
	dec := yaml.NewDecoder(bytes.NewReader([]byte(head)), yaml.DisallowUnknownField())
	if err := dec.Decode(&h); err != nil {
		return nil, yamlError(file, err)
	}
	return &h, nil
}

// yamlError puts an error of the YAML reader in the form file:line: what.
func yamlError(file string, err error) error {
	var y yaml.Error
	if errors.As(err, &y) && y.GetToken() != nil {
		return fmt.Errorf("%s:%d: %s", file, y.GetToken().Position.Line, y.GetMessage())
	}
	return fmt.Errorf("%s:1: %w", file, err)
}
