package queries_test

import (
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"rapporteur/queries"
	"rapporteur/schema"
)

// TestHeaderErrors loads each file of testdata/headers.txt, which begins with a
// line that says what is wrong with it.
func TestHeaderErrors(t *testing.T) {
	sch := must(schema.Load())(t)
	archive := must(txtar.ParseFile(filepath.Join("testdata", "headers.txt")))(t)
	if len(archive.Files) == 0 {
		t.Fatal("no examples")
	}
	for _, f := range archive.Files {
		want, src, _ := strings.Cut(string(f.Data), "\n")
		folder := queries.Folder{Name: "mine", Files: fstest.MapFS{f.Name: {Data: []byte(src)}}}
		_, err := queries.Load(sch, folder)
		switch {
		case want == "ok" && err != nil:
			t.Errorf("%s: %v", f.Name, err)
		case want != "ok" && err == nil:
			t.Errorf("%s: loaded, want %q", f.Name, want)
		case want != "ok" && !strings.Contains(err.Error(), want):
			t.Errorf("%s:\n got %v\nwant %s", f.Name, err, want)
		}
	}
}

func TestLoadFolders(t *testing.T) {
	sch := must(schema.Load())(t)
	mine := `// title: Mine
// description: All countries.
// columns: [{name: country, title: Country, type: entity}]

g.V("<schema:Country>").In("<rdf:type>").Tag("country").All()
`
	folder := func(name string) queries.Folder {
		return queries.Folder{Name: "mine", Files: fstest.MapFS{name: {Data: []byte(mine)}}}
	}
	set := must(queries.Load(sch, queries.Builtin(), folder("countries.js")))(t)
	if q, err := set.Get("countries"); err != nil || q.Title != "Mine" {
		t.Errorf("Get(countries) = %v, %v", q, err)
	}
	_, err := queries.Load(sch, queries.Builtin(), folder("records.js"))
	if err == nil || !strings.HasPrefix(err.Error(), "mine/records.js:1:") {
		t.Errorf("a second query of the name: %v", err)
	}
	if _, err := queries.Load(sch, queries.Folder{Name: "empty", Files: fstest.MapFS{}}); err == nil {
		t.Error("an empty folder loads")
	}
}

func TestDescriptions(t *testing.T) {
	set := must(queries.Load(must(schema.Load())(t), queries.Builtin()))(t)
	if len(set.All()) == 0 {
		t.Fatal("no queries")
	}
	for _, q := range set.All() {
		if !strings.HasSuffix(q.Description, ".") {
			t.Errorf("%s: the description %q is no sentence", q.Name, q.Description)
		}
		for _, p := range q.Parameters {
			if !strings.HasSuffix(p.Help, ".") {
				t.Errorf("%s: %s: the help %q is no sentence", q.Name, p.Name, p.Help)
			}
		}
	}
}

// FuzzLoad checks that no file makes the loader panic, and that what it takes
// has what the answers need.
func FuzzLoad(f *testing.F) {
	sch, err := schema.Load()
	if err != nil {
		f.Fatal(err)
	}
	archive, err := txtar.ParseFile(filepath.Join("testdata", "headers.txt"))
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archive.Files {
		_, src, _ := strings.Cut(string(file.Data), "\n")
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		set, err := queries.Load(sch, queries.Folder{Name: "mine", Files: fstest.MapFS{"x.js": {Data: []byte(src)}}})
		if err != nil {
			if !strings.HasPrefix(err.Error(), "mine/x.js:") {
				t.Errorf("error without a place: %v", err)
			}
			return
		}
		if q := set.All()[0]; q.Title == "" || q.Description == "" || len(q.Columns) == 0 {
			t.Errorf("loaded %+v", q)
		}
	})
}
