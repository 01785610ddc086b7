package topicfit_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"rapporteur/data"
	"rapporteur/internal/annotation"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/topicfit"
)

const prisons = "id\tkind\tlabel\tterms\tcues\ntopic:prisons\t\tPrisons\tprison\tcell\ntopic:lamps\tfurther\tLamps\tlamp\n"

func TestLinesRefused(t *testing.T) {
	r := topicfit.NewReader(vocabulary(t, fstest.MapFS{"topics.tsv": {Data: []byte(prisons)}}), rules(t))
	line := func(id, topics string) string {
		return `{"id":"` + id + `","symbol":"CAT/C/SR.9001","text":"A prison.","topics":[` + topics + `],"maybe":[]}` + "\n"
	}
	tests := []struct{ name, lines, want string }{
		{"a topic that is not there", line("a", `"topic:harbours"`), `a: no topic "topic:harbours" for readers to give`},
		{"a further topic", line("a", `"topic:lamps"`), `a: no topic "topic:lamps" for readers to give`},
		{"an id twice", line("a", "") + line("a", ""), `"a" is after "a"; ids go up`},
		{"an unknown key", `{"id":"a","labels":[]}`, `after "": json: unknown field "labels"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := r.Lines(strings.NewReader(tt.lines)); err == nil || err.Error() != tt.want {
				t.Errorf("got error %v, want %s", err, tt.want)
			}
		})
	}
}

func TestRecord(t *testing.T) {
	l := vocabulary(t, fstest.MapFS{"topics.tsv": {Data: []byte(prisons)}})
	const text = "CAT/C/SR.9001\nThe meeting was called to order at 10 a.m.\n1.\tMr. Holm said that all was well.\n2.\tThe prison had a lamp.\nThe meeting rose at 1 p.m.\n"
	gold := annotation.Record{Source: "a.txt", Paragraphs: []annotation.Paragraph{{Number: 1}, {Number: 2, Topics: []annotation.Topic{{ID: "topic:prisons"}}}}}
	got, err := topicfit.NewReader(l, rules(t)).Record(gold, strings.NewReader(text), 3)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || len(got[0].Candidates) != 0 || len(got[1].Candidates) != 1 {
		t.Fatalf("got %+v, want a candidate in the second of two", got)
	}
	if e := got[1]; e.Candidates[0].Topic.ID != "topic:prisons" || len(e.Topics) != 1 || e.Times != 3 {
		t.Errorf("got %+v", e)
	}
}

// TestLabelledParagraphs reads the project's own, which are called what their
// file is called.
func TestLabelledParagraphs(t *testing.T) {
	l, err := lexicon.Load(data.Lexicon())
	if err != nil {
		t.Fatal(err)
	}
	r := topicfit.NewReader(l, rules(t))
	files, err := filepath.Glob("../../data/gold/topics/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatalf("no labelled paragraphs: %v", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".jsonl")
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := r.Lines(strings.NewReader(string(text))); err != nil {
				t.Error(err)
			}
			for line := range strings.Lines(string(text)) {
				if !strings.HasPrefix(line, `{"id":"`+name+"-") || !strings.Contains(line, `/SR.9`) {
					t.Errorf("id or symbol is not as README says: %.60s", line)
				}
			}
		})
	}
}
