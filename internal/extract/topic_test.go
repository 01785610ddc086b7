package extract_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/internal/rule"
)

func TestTopics(t *testing.T) {
	a, err := txtar.ParseFile("testdata/topics.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files, cases := fstest.MapFS{}, 0
	for _, f := range a.Files {
		if strings.HasSuffix(f.Name, ".tsv") {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	x := extractor(t, files)
	for _, f := range a.Files {
		if files[f.Name] != nil {
			continue
		}
		cases++
		t.Run(f.Name, func(t *testing.T) {
			text, want, ok := strings.Cut(string(f.Data), "\n---\n")
			if !ok {
				t.Fatal("no line --- between paragraph and topics")
			}
			var got strings.Builder
			for _, s := range x.Record(oneParagraph(text)).Subjects {
				got.WriteString(lexicon.Name(s.ID) + "\n")
			}
			if got.String() != want {
				t.Errorf("got %q, want %q", got.String(), want)
			}
		})
	}
	if cases == 0 {
		t.Error("no cases")
	}
}

func extractor(t *testing.T, files fstest.MapFS) *extract.Extractor {
	t.Helper()
	l, err := lexicon.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	r, err := rule.Load(os.DirFS("../../data/rules"))
	if err != nil {
		t.Fatal(err)
	}
	return extract.New(l, r)
}

// oneParagraph is a record of one paragraph; what stands before a bar in text
// names its speaker.
func oneParagraph(text string) *record.Record {
	speaker, rest, spoken := strings.Cut(text, "|")
	if !spoken {
		return &record.Record{Paragraphs: []record.Paragraph{{Number: 1, Text: text, Section: -1, Intervention: -1}}}
	}
	iv := record.Intervention{From: record.SpeakerNamed, Speaker: record.Speaker{Span: record.Span{End: len(speaker)}}}
	return &record.Record{
		Paragraphs:    []record.Paragraph{{Number: 1, Text: speaker + rest, Section: -1}},
		Interventions: []record.Intervention{iv},
	}
}
