package queries

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"rapporteur/schema"
)

// ErrNoQuery says that no query has a name.
var ErrNoQuery = errors.New("there is no query")

// Load reads every *.js file of the folders. An error names all files that are
// wrong, each as "queries/x.js:3: what". Two queries may not share a name.
func Load(sch *schema.Schema, folders ...Folder) (*Set, error) {
	s := &Set{byName: map[string]*Query{}}
	var wrong []error
	for _, f := range folders {
		files, err := fs.Glob(f.Files, "*.js")
		if err != nil {
			return nil, fmt.Errorf("listing queries in %s: %w", f.Name, err)
		}
		if len(files) == 0 {
			wrong = append(wrong, fmt.Errorf("%s: no queries (files *.js) in this folder", f.Name))
		}
		for _, file := range files {
			if err := s.load(sch, f, file); err != nil {
				wrong = append(wrong, err)
			}
		}
	}
	if len(wrong) > 0 {
		return nil, errors.Join(wrong...)
	}
	return s, nil
}

func (s *Set) load(sch *schema.Schema, f Folder, file string) error {
	shown := path.Join(f.Name, file)
	src, err := fs.ReadFile(f.Files, file)
	if err != nil {
		return fmt.Errorf("reading query %s: %w", shown, err)
	}
	q, err := parse(shown, string(src), sch)
	if err != nil {
		return err
	}
	if s.byName[q.Name] != nil {
		return fmt.Errorf("%s:1: another folder has a query %s; rename the file", shown, q.Name)
	}
	s.byName[q.Name] = q
	return nil
}

// parse reads one file; its name gives the name of the query.
func parse(file, src string, sch *schema.Schema) (*Query, error) {
	h, err := parseHeader(file, src)
	if err != nil {
		return nil, err
	}
	c := checker{file: file, header: h, schema: sch, program: program(src)}
	q, err := c.query()
	if err != nil {
		return nil, err
	}
	q.Name = strings.TrimSuffix(path.Base(file), ".js")
	q.source, q.schema = src, sch
	return q, q.compiles(file)
}
