package resolve_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rapporteur/data"
	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/internal/resolve"
	"rapporteur/internal/rule"
)

const mentionExamples = "testdata/mentions.txtar"

// TestMentions reads the examples with the lexicon and the rules that the
// program comes with.
func TestMentions(t *testing.T) {
	archive, err := txtar.ParseFile(mentionExamples)
	if err != nil {
		t.Fatal(err)
	}
	if len(archive.Files) == 0 {
		t.Fatalf("%s: no examples", mentionExamples)
	}
	read := newMentionReader(t)
	for i, f := range archive.Files {
		said, want, ok := strings.Cut(string(f.Data), "\n\n")
		body, text, okBody := strings.Cut(said, ": ")
		if !ok || !okBody {
			t.Fatalf("%s: %s: want «body: text», an empty line, mentions", mentionExamples, f.Name)
		}
		got := read(body, text)
		if diff := cmp.Diff(want, got); diff != "" && !*update {
			t.Errorf("%s (-want +got):\n%s\n%s", f.Name, text, diff)
		}
		archive.Files[i].Data = []byte(said + "\n\n" + got)
	}
	if *update {
		if err := os.WriteFile(mentionExamples, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// newMentionReader returns a function that reads what a member of a body says in
// the review of Fiji, one paragraph a line, and prints the mentions.
func newMentionReader(t *testing.T) func(body, text string) string {
	t.Helper()
	l, err := lexicon.Load(data.Lexicon())
	if err != nil {
		t.Fatal(err)
	}
	rules, err := rule.Load(data.Rules())
	if err != nil {
		t.Fatal(err)
	}
	x, r := extract.New(l, rules), resolve.New(l)
	return func(body, text string) string {
		rec := &record.Record{
			Header:   record.Header{Symbol: body + "/C/SR.1", Body: body},
			Sections: []record.Section{{Title: "Report of Fiji"}},
			Interventions: []record.Intervention{{
				From: record.SpeakerNamed, Speaker: record.Speaker{Name: record.Name{Honorific: "Ms.", Name: "Vuli"}},
			}},
		}
		for i, line := range strings.Split(text, "\n") {
			rec.Paragraphs = append(rec.Paragraphs, record.Paragraph{Number: i + 1, Text: line})
		}
		return printMentions(r.Resolve(rec, x.Record(rec)))
	}
}

// printMentions prints a mention a line: its words and what they mean.
func printMentions(res *resolve.Resolution) string {
	var out strings.Builder
	for i, p := range res.Paragraphs {
		for _, m := range p.Mentions {
			fmt.Fprintf(&out, "%s → %s", m.Span.Of(res.Record.Paragraphs[i].Text), m.Entity.ID)
			if m.Provision != "" {
				out.WriteString(" " + m.Provision)
			}
			out.WriteString("\n")
		}
	}
	return out.String()
}
