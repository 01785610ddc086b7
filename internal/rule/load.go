package rule

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"rapporteur/internal/words"
	"rapporteur/schema"
)

// file is the form of one rule file.
type file struct {
	Macros    map[string]string   `yaml:"macros"`
	Names     []nameYAML          `yaml:"names"`
	Patterns  []patternYAML       `yaml:"patterns"`
	Cues      map[string][]string `yaml:"cues"`
	Relations []relationYAML      `yaml:"relations"`
}

type nameYAML struct {
	ID            string   `yaml:"id"`
	Class         string   `yaml:"class"`
	Kind          string   `yaml:"kind"`
	Heads         []string `yaml:"heads"`
	Place         Place    `yaml:"place"`
	Alone         bool     `yaml:"alone"`
	Described     bool     `yaml:"described"`
	LowerHead     bool     `yaml:"lowerHead"`
	Numbered      bool     `yaml:"numbered"`
	Title         bool     `yaml:"title"`
	International bool     `yaml:"international"`
	Finds         []string `yaml:"finds"`
	Skips         []string `yaml:"skips"`
}

type patternYAML struct {
	ID    string   `yaml:"id"`
	Class string   `yaml:"class"`
	Kind  string   `yaml:"kind"`
	Near  []string `yaml:"near"`
	When  string   `yaml:"when"`
	Each  string   `yaml:"each"`
	Gives string   `yaml:"gives"`
	Label string   `yaml:"label"`
	Finds []string `yaml:"finds"`
	Skips []string `yaml:"skips"`
}

// Load reads every *.yaml of the folders, in order, and tries each rule on its
// own examples. Errors read "file:line: rule: what".
func Load(folders ...fs.FS) (*Set, error) {
	l := loader{seen: make(map[string]string)}
	for _, folder := range folders {
		names, err := fs.Glob(folder, "*.yaml")
		if err != nil {
			return nil, fmt.Errorf("listing rule files: %w", err)
		}
		for _, name := range names {
			if err := l.read(folder, name); err != nil {
				return nil, err
			}
		}
	}
	if len(l.seen) == 0 {
		return nil, ErrNoRules
	}
	set := l.set.index()
	return set, errors.Join(set.try(), set.relations.try())
}

type loader struct {
	set  Set
	seen map[string]string // rule id → place
}

func (l *loader) read(folder fs.FS, name string) error {
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		return fmt.Errorf("reading rules: %w", err)
	}
	tree, err := parser.ParseBytes(data, 0)
	if err != nil {
		return fmt.Errorf("%s:%w", name, shortError(err))
	}
	var f file
	places := make(map[string]string)
	for _, doc := range tree.Docs {
		if doc.Body == nil {
			continue // nothing but comments
		}
		if err := yaml.NodeToValue(doc.Body, &f, yaml.Strict()); err != nil {
			return fmt.Errorf("%s:%w", name, shortError(err))
		}
		notePlaces(places, name, doc.Body)
	}
	for _, y := range f.Names {
		if err := l.name(y, places[y.ID]); err != nil {
			return err
		}
	}
	for _, y := range f.Patterns {
		if err := l.pattern(y, f.Macros, places[y.ID]); err != nil {
			return err
		}
	}
	return l.relations(f, name, places)
}

// shortError turns "[12:3] unknown field …" and a page of source into "12: unknown field …".
func shortError(err error) error {
	first, _, _ := strings.Cut(err.Error(), "\n")
	if where, what, ok := strings.Cut(strings.TrimPrefix(first, "["), "] "); ok {
		line, _, _ := strings.Cut(where, ":")
		return fmt.Errorf("%s: %s", line, what)
	}
	return fmt.Errorf("0: %s", first)
}

// notePlaces notes the line of every rule by its id.
func notePlaces(places map[string]string, name string, body ast.Node) {
	ast.Walk(visit(func(n ast.Node) {
		kv, ok := n.(*ast.MappingValueNode)
		if !ok || kv.Key.String() != "id" {
			return
		}
		if v, ok := kv.Value.(*ast.StringNode); ok {
			places[v.Value] = fmt.Sprintf("%s:%d", name, kv.Key.GetToken().Position.Line)
		}
	}), body)
}

type visit func(ast.Node)

func (v visit) Visit(n ast.Node) ast.Visitor { v(n); return v }

func (l *loader) claim(id, place, class string, finds []string) error {
	switch first, dup := l.seen[id]; {
	case id == "":
		return fmt.Errorf("%s: a rule without id", place)
	case dup:
		return fmt.Errorf("%s: %s: already at %s", place, id, first)
	case !mentionable[schema.Class(class)]:
		return fmt.Errorf("%s: %s: unknown class %q", place, id, class)
	case len(finds) == 0:
		return fmt.Errorf("%s: %s: no example under finds", place, id)
	}
	l.seen[id] = place
	return nil
}

// mentionable are the classes that a rule may give.
var mentionable = map[schema.Class]bool{
	schema.ClassInstitution: true, schema.ClassAgreement: true, schema.ClassLaw: true,
	schema.ClassPolicy: true, schema.ClassDocument: true,
}

func (l *loader) name(y nameYAML, place string) error {
	if err := l.claim(y.ID, place, y.Class, y.Finds); err != nil {
		return err
	}
	if y.Place != First && y.Place != Last && y.Place != Both {
		return fmt.Errorf("%s: %s: place %q is not first, last or both", place, y.ID, y.Place)
	}
	if len(y.Heads) == 0 {
		return fmt.Errorf("%s: %s: no heads", place, y.ID)
	}
	n := &Name{
		ID: y.ID, Class: schema.Class(y.Class), Kind: y.Kind, Heads: y.Heads, Place: y.Place, Alone: y.Alone, Described: y.Described,
		LowerHead: y.LowerHead, Numbered: y.Numbered, Title: y.Title, International: y.International, Finds: y.Finds, Skips: y.Skips, place: place,
	}
	split := words.NewSplitter()
	for _, h := range y.Heads {
		n.heads = append(n.heads, head{split.Split(h).Words})
	}
	l.set.Names = append(l.set.Names, n)
	return nil
}

var macroRef = regexp.MustCompile(`\{([a-z]+)\}`)

func (l *loader) pattern(y patternYAML, macros map[string]string, place string) error {
	if err := l.claim(y.ID, place, y.Class, y.Finds); err != nil {
		return err
	}
	when, err := expandMacros(y.When, macros)
	if err != nil {
		return fmt.Errorf("%s: %s: %w", place, y.ID, err)
	}
	begins, err := firstBytes(when)
	if err != nil {
		return fmt.Errorf("%s: %s: %w", place, y.ID, err)
	}
	if begins != nil {
		when = "^(?:" + when + ")"
	}
	re, err := regexp.Compile(when)
	if err != nil {
		return fmt.Errorf("%s: %s: %w", place, y.ID, err)
	}
	if len(y.Near) == 0 || y.Gives == "" && y.Label == "" {
		return fmt.Errorf("%s: %s: a pattern needs near, and gives or label", place, y.ID)
	}
	p := &Pattern{
		ID: y.ID, Class: schema.Class(y.Class), Kind: y.Kind, Near: y.Near, When: y.When, Each: y.Each, Gives: y.Gives, Label: y.Label,
		Finds: y.Finds, Skips: y.Skips, place: place, re: re, begins: begins,
	}
	if err := p.checkTemplates(); err != nil {
		return fmt.Errorf("%s: %s: %w", place, y.ID, err)
	}
	l.set.Patterns = append(l.set.Patterns, p)
	return nil
}

func expandMacros(when string, macros map[string]string) (string, error) {
	var missing string
	out := macroRef.ReplaceAllStringFunc(when, func(ref string) string {
		m, ok := macros[ref[1:len(ref)-1]]
		if !ok {
			missing = ref
		}
		return "(?:" + m + ")"
	})
	if missing != "" {
		return "", fmt.Errorf("unknown macro %s", missing)
	}
	return out, nil
}

// checkTemplates sees that gives, label and each name captures that exist.
func (p *Pattern) checkTemplates() error {
	known := map[string]bool{"body": true}
	for _, n := range p.re.SubexpNames() {
		known[n] = true
	}
	for _, m := range macroRef.FindAllStringSubmatch(p.Gives+p.Label, -1) {
		if !known[m[1]] {
			return fmt.Errorf("no capture named %s", m[0])
		}
	}
	if p.Each != "" && !known[p.Each] {
		return fmt.Errorf("no capture named {%s} for each", p.Each)
	}
	return nil
}

func (s *Set) index() *Set {
	for _, n := range s.Names {
		for _, h := range n.heads {
			first := h.words[0].Fold
			s.heads.Put(first, append(s.heads.Value(first), headRef{n, h}))
		}
	}
	for _, p := range s.Patterns {
		for _, w := range p.Near {
			w = words.Fold(w)
			s.near.Put(w, append(s.near.Value(w), p))
		}
	}
	return s
}
