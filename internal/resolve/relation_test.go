package resolve_test

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rapporteur/data"
	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/internal/resolve"
	"rapporteur/internal/rule"
)

const relationExamples = "testdata/relations.txtar"

// TestRelations reads every sentence of the examples.
func TestRelations(t *testing.T) {
	archive, err := txtar.ParseFile(relationExamples)
	if err != nil {
		t.Fatal(err)
	}
	x := newExamples(t, archive)
	tried := 0
	for i, f := range archive.Files {
		if strings.HasSuffix(f.Name, ".tsv") {
			continue
		}
		tried++
		said, want, ok := strings.Cut(string(f.Data), "\n\n")
		speaker, text, okSaid := strings.Cut(said, ": ")
		if !ok || !okSaid {
			t.Fatalf("%s: %s: want «speaker: text», an empty line, relations", relationExamples, f.Name)
		}
		got := x.relations(speaker, text)
		if diff := cmp.Diff(want, got); diff != "" && !*update {
			t.Errorf("%s (-want +got):\n%s\n%s", f.Name, text, diff)
		}
		archive.Files[i].Data = []byte(said + "\n\n" + got)
	}
	if tried == 0 {
		t.Fatalf("%s: no examples", relationExamples)
	}
	if *update {
		if err := os.WriteFile(relationExamples, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// examples reads single sentences with the lexicon of an archive.
type examples struct {
	extractor *extract.Extractor
	resolver  *resolve.Resolver
}

func newExamples(t testing.TB, archive *txtar.Archive) *examples {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		if strings.HasSuffix(f.Name, ".tsv") {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	l, err := lexicon.Load(fs.FS(files))
	if err != nil {
		t.Fatal(err)
	}
	rules, err := rule.Load(data.Rules())
	if err != nil {
		t.Fatal(err)
	}
	return &examples{extract.New(l, rules), resolve.New(l)}
}

// read resolves a record of one paragraph in the review of Utopia.
func (x *examples) read(speaker, text string) *resolve.Resolution {
	name, bracket, _ := strings.Cut(strings.TrimSuffix(speaker, ")"), " (")
	honorific, surname, _ := strings.Cut(name, " ")
	paragraph := speaker + " said that " + text
	if strings.HasPrefix(strings.ToUpper(text[:1]), text[:1]) && strings.HasSuffix(text, "?") {
		paragraph = text
	}
	rec := &record.Record{
		Header:     record.Header{Symbol: "LHK/C/SR.1", Body: "LHK"},
		Sections:   []record.Section{{Title: "Report of Utopia"}},
		Paragraphs: []record.Paragraph{{Number: 1, Text: paragraph}},
		Interventions: []record.Intervention{{
			From:    record.SpeakerNamed,
			Speaker: record.Speaker{Name: record.Name{Honorific: honorific, Name: surname}, Affiliation: bracket},
		}},
	}
	return x.resolver.Resolve(rec, x.extractor.Record(rec))
}

// relations are what the sentence states, one a line, sorted.
func (x *examples) relations(speaker, text string) string {
	var lines []string
	for _, r := range x.read(speaker, text).Paragraphs[0].Relations {
		line := fmt.Sprintf("%s %s %s %s", r.Mood, r.Subject, r.Property, r.Object)
		if r.Date != "" {
			line += " " + r.Date
		}
		lines = append(lines, line+"\n")
	}
	slices.Sort(lines)
	return strings.Join(slices.Compact(lines), "")
}
