package answer

import (
	"regexp"
	"testing"

	"rapporteur/schema"
)

// TestPredicates checks that every IRI in the programs is one of the schema's.
func TestPredicates(t *testing.T) {
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	iri := regexp.MustCompile(`"<([^>]*)>"`)
	files, err := programs.ReadDir(".")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d programs, %v", len(files), err)
	}
	seen := 0
	for _, f := range files {
		src, err := programs.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range iri.FindAllSubmatch(src, -1) {
			seen++
			_, isClass := sch.ClassByIRI(string(m[1]))
			if _, err := sch.ParseProperty(string(m[1])); err != nil && !isClass {
				t.Errorf("%s: %v", f.Name(), err)
			}
		}
	}
	if seen == 0 {
		t.Error("the programs name no IRI")
	}
}
