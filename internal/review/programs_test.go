package review

import (
	"io/fs"
	"regexp"
	"testing"

	"rapporteur/schema"
)

var terms = regexp.MustCompile(`"<([a-z]+:[A-Za-z]+)>"`)

// TestPrograms fails on a property or a class in a program that the schema does
// not have.
func TestPrograms(t *testing.T) {
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(programs, "*.js")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	for _, name := range files {
		src, err := programs.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range terms.FindAllSubmatch(src, -1) {
			_, isClass := sch.ClassByIRI(string(m[1]))
			if _, err := sch.ParseProperty(string(m[1])); err != nil && !isClass {
				t.Errorf("%s: %s is neither a property nor a class", name, m[1])
			}
		}
	}
}
