package correction_test

import (
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/txtar"

	"rapporteur/internal/correction"
	"rapporteur/schema"
)

var loadSchema = sync.OnceValues(schema.Load)

func mustSchema(t testing.TB) *schema.Schema {
	t.Helper()
	sch, err := loadSchema()
	if err != nil {
		t.Fatal(err)
	}
	return sch
}

// load reads corrections from text.
func load(t testing.TB, text string) *correction.Set {
	t.Helper()
	set, err := correction.Load(mustSchema(t), correction.File{Name: "c.yaml", Data: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestRefused(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/refused.txtar")
	if err != nil || len(archive.Files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, f := range archive.Files {
		t.Run(f.Name, func(t *testing.T) {
			comment, _, _ := strings.Cut(string(f.Data), "\n")
			want := strings.ReplaceAll(strings.TrimPrefix(comment, "# "), "FILE", "c.yaml")
			_, err := correction.Load(mustSchema(t), correction.File{Name: "c.yaml", Data: f.Data})
			if err == nil {
				t.Fatalf("not refused; want %s", want)
			}
			if got := strings.TrimPrefix(strings.TrimPrefix(err.Error(), "c.yaml:"), " "); got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func TestFilesAreOneSet(t *testing.T) {
	const first = "# nothing yet\n"
	const second = "- {action: reject, id: institution:a, reason: r, date: 2026-05-02}\n"
	_, err := correction.Load(mustSchema(t),
		correction.File{Name: "none.yaml", Data: []byte(first)},
		correction.File{Name: "empty.yaml"},
		correction.File{Name: "one.yaml", Data: []byte(second)},
		correction.File{Name: "two.yaml", Data: []byte("\n" + second)})
	const want = "two.yaml:2: reject institution:a contradicts one.yaml:1, which rejects the same mentions"
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if set := load(t, first+second); len(set.Entries()) != 1 || set.Entries()[0].Place() != "c.yaml:2" {
		t.Errorf("entries %v", set.Entries())
	}
}
