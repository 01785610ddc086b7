package correction

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"rapporteur/schema"
)

// A File is a corrections file as read; its name is for messages.
type File struct {
	Name string
	Data []byte
}

// A Set is corrections that do not contradict each other. It does not change and
// may be used by several goroutines. A nil Set corrects nothing.
type Set struct {
	schema  *schema.Schema
	entries []*Entry       // as the files have them
	order   []int          // in which all but relabels are applied, into entries
	names   map[named]name // what entities are called
}

// Load reads corrections files: each a YAML list of entries. All have id, reason
// and date; further
//
//	merge    into, may have label
//	split    to, label
//	rename   to
//	reject
//	relabel  label
//
// Merge, split and reject may be narrowed by record or paragraph, and by words;
// rename by record or paragraph; relabel by record. A split must be narrowed.
//
// Errors read "corrections.yaml:12: what". Files that hold no entry are no error.
func Load(sch *schema.Schema, files ...File) (*Set, error) {
	s := &Set{schema: sch}
	for _, f := range files {
		entries, err := read(f)
		if err != nil {
			return nil, err
		}
		s.entries = append(s.entries, entries...)
	}
	for _, e := range s.entries {
		if err := e.check(sch); err != nil {
			return nil, err
		}
	}
	if err := s.agree(); err != nil {
		return nil, err
	}
	return s, s.arrange()
}

// Entries returns the entries in the order of the files. The indexes that
// [Set.Apply] returns are of this list.
func (s *Set) Entries() []*Entry {
	if s == nil {
		return nil
	}
	return s.entries
}

// read reads all entries of a file, which may have several YAML documents.
func read(f File) ([]*Entry, error) {
	var all []*Entry
	dec := yaml.NewDecoder(bytes.NewReader(f.Data), yaml.Strict())
	for {
		var entries []*Entry
		err := decode(dec, &entries)
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, located(f.Name, err)
		}
		for i, e := range entries {
			if e == nil {
				return nil, fmt.Errorf("%s: entry %d is empty", f.Name, i+1)
			}
			e.file = f.Name
		}
		all = append(all, entries...)
	}
}

// decode reads one YAML document. The YAML reader panics on some texts that are
// not what is asked for, such as a tag before a word where a list should be.
func decode(dec *yaml.Decoder, entries *[]*Entry) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = errors.New("not a list of entries")
		}
	}()
	return dec.Decode(entries)
}

// UnmarshalYAML keeps the lines of the entry and its fields for messages.
func (e *Entry) UnmarshalYAML(n ast.Node) error {
	type plain Entry
	e.line, e.lines = n.GetToken().Position.Line, make(map[string]int)
	if m, ok := n.(ast.MapNode); ok {
		for it := m.MapRange(); it.Next(); {
			at := it.Key().GetToken()
			e.lines[at.Value] = at.Position.Line
			e.line = min(e.line, at.Position.Line)
		}
	}
	return yaml.NodeToValue(n, (*plain)(e), yaml.Strict())
}

// located puts a message of the YAML reader into the form file:line: what.
func located(file string, err error) error {
	var at yaml.Error
	if !errors.As(err, &at) || at.GetToken() == nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	what, _, _ := strings.Cut(at.GetMessage(), "\n")
	return fmt.Errorf("%s:%d: %s", file, at.GetToken().Position.Line, what)
}
