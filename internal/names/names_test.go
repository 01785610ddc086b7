package names_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/internal/names"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// open returns a store with the record of testdata/names.nq.
func open(t testing.TB) (*store.Store, *schema.Schema) {
	t.Helper()
	sch, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(context.Background(), store.Memory, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if _, err := s.Replace(context.Background(), "record:XYZ/SR.4", facts(t)); err != nil {
		t.Fatal(err)
	}
	return s, sch
}

func facts(t testing.TB) []quad.Quad {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", "names.nq"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	quads, err := graph.ReadNQuads(file)
	if err != nil {
		t.Fatal(err)
	}
	return quads
}

func index(t testing.TB) *names.Index {
	t.Helper()
	s, sch := open(t)
	x, err := names.Build(context.Background(), s, sch)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestResolve reads testdata/resolve.txt: what is asked, the classes wanted if
// any behind "|", an arrow, and the id or words of the error.
func TestResolve(t *testing.T) {
	archive, err := txtar.ParseFile(filepath.Join("testdata", "resolve.txt"))
	if err != nil {
		t.Fatal(err)
	}
	x := index(t)
	n := 0
	for _, section := range archive.Files {
		for line := range strings.Lines(string(section.Data)) {
			asked, want, ok := strings.Cut(strings.TrimSpace(line), " → ")
			if !ok {
				t.Fatalf("%q has no arrow", line)
			}
			text, classes, _ := strings.Cut(asked, " | ")
			got, err := x.Resolve(strings.Trim(text, "«»"), wanted(classes)...)
			if err != nil {
				got = err.Error()
			}
			if n++; got != want {
				t.Errorf("%s: %s\n got %s\nwant %s", section.Name, asked, got, want)
			}
		}
	}
	if n == 0 {
		t.Fatal("no examples")
	}
}

func wanted(classes string) []schema.Class {
	var all []schema.Class
	for c := range strings.FieldsSeq(classes) {
		all = append(all, schema.Class(c))
	}
	return all
}

func TestErrorsCarryCandidates(t *testing.T) {
	x := index(t)
	var ambiguous *names.AmbiguousError
	_, err := x.Resolve("Ministry of Justice")
	if !errors.As(err, &ambiguous) || len(ambiguous.Candidates) != 2 {
		t.Errorf("%v: want two candidates", err)
	}
	want := names.Entity{ID: "country:UTO", Label: "Utopia", Class: schema.ClassCountry}
	var unknown *names.UnknownError
	_, err = x.Resolve("Utopai", schema.ClassCountry)
	if !errors.As(err, &unknown) || len(unknown.Near) != 1 || unknown.Near[0] != want {
		t.Errorf("%v: want %v near it", err, want)
	}
	_, err = x.Resolve("Utopia", schema.ClassLaw)
	if !errors.As(err, &unknown) || len(unknown.Other) != 1 || unknown.Other[0] != want {
		t.Errorf("%v: want %v as another thing", err, want)
	}
}

func TestLabelAndClass(t *testing.T) {
	x := index(t)
	for id, want := range map[string]names.Entity{
		"country:UTO":             {ID: "country:UTO", Label: "Utopia", Class: schema.ClassCountry},
		"record:XYZ/SR.4":         {ID: "record:XYZ/SR.4", Label: "XYZ/SR.4", Class: schema.ClassSummaryRecord},
		"topic:tides":             {ID: "topic:tides", Label: "Tides", Class: schema.ClassTopic},
		"meeting:XYZ/4":           {ID: "meeting:XYZ/4", Label: "XYZ/4", Class: schema.ClassMeeting},
		"law:UTO/tide-act#art.2":  {ID: "law:UTO/tide-act#art.2", Label: "Tide Act, art. 2", Class: schema.ClassProvision},
		"body:XYZ":                {ID: "body:XYZ", Label: "Committee on Tides", Class: schema.ClassBody},
		"person:UTO/o-hara":       {ID: "person:UTO/o-hara", Label: "O’Hara", Class: schema.ClassPerson},
		"institution:UTO/justice": {ID: "institution:UTO/justice", Label: "Ministry of Justice", Class: schema.ClassInstitution},
	} {
		if got, ok := x.Lookup(id); !ok || got != want {
			t.Errorf("Lookup(%s) = %v, %v, want %v", id, got, ok, want)
		}
		if x.Label(id) != want.Label || x.Class(id) != want.Class {
			t.Errorf("%s: %s, %s, want %v", id, x.Label(id), x.Class(id), want)
		}
	}
	if got := x.Label("country:NIL"); got != "NIL" {
		t.Errorf("Label of an unknown id = %q, want its name", got)
	}
	if got := x.Class("country:NIL"); got != "" {
		t.Errorf("Class of an unknown id = %q", got)
	}
}

func TestSearch(t *testing.T) {
	x := index(t)
	for _, test := range []struct {
		text          string
		class         schema.Class
		offset, limit int
		want          []string
		total         int
	}{
		{"just min", "", 0, 10, []string{"institution:ERE/justice", "institution:UTO/justice"}, 2},
		{"just min", "", 1, 1, []string{"institution:UTO/justice"}, 2},
		{"just min", "", 5, 1, nil, 2},
		{"utopia", "", 0, 10, []string{"country:UTO", "agreement:uto-ere/tides"}, 2},
		{"", schema.ClassCountry, 0, 10, []string{"country:CIV", "country:ERE", "country:UTO"}, 3},
		{"committee", schema.ClassInstitution, 0, 10, []string{"body:XYZ"}, 1},
		{"committee", schema.ClassCountry, 0, 10, nil, 0},
		{"ustice", "", 0, 10, nil, 0},
		{" ", schema.ClassCountry, 0, 10, []string{"country:CIV", "country:ERE", "country:UTO"}, 3},
		{"\x00\xff", "", 0, 10, nil, 0},
		{"–", schema.ClassCountry, 0, 10, nil, 0},
	} {
		page, total := x.Search(test.text, test.class, test.offset, test.limit)
		var got []string
		for _, e := range page {
			got = append(got, e.ID)
		}
		if diff := cmp.Diff(test.want, got); diff != "" || total != test.total {
			t.Errorf("Search(%q, %q): total %d, want %d (-want +got):\n%s", test.text, test.class, total, test.total, diff)
		}
	}
}

func TestTruncatedNamesAreAnError(t *testing.T) {
	_, sch := open(t)
	if _, err := names.Build(context.Background(), half{}, sch); err == nil {
		t.Error("half of the names are taken for all")
	}
}

// half is a store that gives up early.
type half struct{}

func (half) Run(context.Context, *gizmo.Program, gizmo.Limits) (*gizmo.Result, error) {
	return &gizmo.Result{Truncated: true}, nil
}

// FuzzResolve checks that every answer is one that the index knows.
func FuzzResolve(f *testing.F) {
	x := index(f)
	for _, seed := range []string{"Utopia", "the UTO", "country:UTO", "Ministry of Justice", "'\"", "ﬁ", "i̇", "XYZ/sr.4"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		id, err := x.Resolve(text)
		if err != nil {
			if id != "" || err.Error() == "" {
				t.Errorf("%q: %q with error %q", text, id, err)
			}
			return
		}
		if _, ok := x.Lookup(id); !ok {
			t.Errorf("%q: unknown id %q", text, id)
		}
	})
}

func BenchmarkBuild(b *testing.B) {
	s, sch := open(b)
	for b.Loop() {
		if _, err := names.Build(context.Background(), s, sch); err != nil {
			b.Fatal(err)
		}
	}
}

// TestIDs lists the entities of a class, those of classes that extend it included, and
// counts each under its own.
func TestIDs(t *testing.T) {
	x := index(t)
	if got := strings.Join(x.IDs(schema.ClassInstitution), " "); got != "body:XYZ institution:ERE/justice institution:UTO/justice institution:wave" {
		t.Errorf("institutions: %s", got)
	}
	counts, all := x.Classes(), 0
	for _, n := range counts {
		all += n
	}
	if counts[schema.ClassInstitution] != 3 || counts[schema.ClassBody] != 1 || all != x.Len() || len(x.IDs()) != all {
		t.Errorf("%v are not the %d entities", counts, x.Len())
	}
}
