package lexicon_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"rapporteur/internal/lexicon"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

var strengths = map[lexicon.Strength]string{lexicon.Hint: "hint", lexicon.Cue: "cue", lexicon.Term: "term"}

func TestTopics(t *testing.T) {
	a, err := txtar.ParseFile("testdata/topicphrases.txtar")
	if err != nil {
		t.Fatal(err)
	}
	l := load(t, a.Files[0].Data)
	for _, f := range a.Files[1:] {
		t.Run(f.Name, func(t *testing.T) {
			text, want, ok := strings.Cut(string(f.Data), "\n---\n")
			if !ok {
				t.Fatal("no line --- between text and phrases")
			}
			split := words.NewSplitter().Split(text)
			var got strings.Builder
			for _, h := range l.Topics(split) {
				fmt.Fprintln(&got, lexicon.Name(h.Entry.ID), strengths[h.Strength], split.Quote(h.First, h.End))
			}
			if got.String() != want {
				t.Errorf("got\n%swant\n%s", &got, want)
			}
		})
	}
}

func load(t *testing.T, topics []byte) *lexicon.Lexicon {
	t.Helper()
	l, err := lexicon.Load(fstest.MapFS{"topics.tsv": {Data: topics}})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestTopicPhrasesRefused(t *testing.T) {
	tests := []struct{ name, terms, want string }{
		{"twice by stem", "detained|detaining", `topics.tsv:2: topic:detention: phrase "detaining" is there already`},
		{"nothing to compare", "the", `topics.tsv:2: topic:detention: phrase "the" has no word to compare`},
		{"points that are no number", "detain:many", `topics.tsv:2: topic:detention: phrase "detain" counts "many" points, which is no whole number`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := "id\tlabel\tterms\ntopic:detention\tDetention\t" + tt.terms + "\n"
			_, err := lexicon.Load(fstest.MapFS{"topics.tsv": {Data: []byte(file)}})
			if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("got error %v, want %s", err, tt.want)
			}
		})
	}
}

func TestTopicHierarchyRefused(t *testing.T) {
	tests := []struct{ name, lines, want string }{
		{"a broader one that is not there", "topic:a\t\tA\ttopic:b\tx", `topics.tsv:2: topic:a: no topic "topic:b" to be broader`},
		{"a circle", "topic:a\t\tA\ttopic:b\tx\ntopic:b\t\tB\ttopic:a\ty", "topics.tsv:2: topic:a: it is broader than itself"},
		{"a group with phrases", "topic:a\tgroup\tA\t\tx", "topics.tsv:2: topic:a: a group has no phrases"},
		{"an unknown kind", "topic:a\tmajor\tA\t\tx", `topics.tsv:2: topic:a: a topic is of the kind "group", "further" or none, not "major"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := "id\tkind\tlabel\tbroader\tterms\n" + tt.lines + "\n"
			_, err := lexicon.Load(fstest.MapFS{"topics.tsv": {Data: []byte(file)}})
			if err == nil || err.Error() != tt.want {
				t.Errorf("got error %v, want %s", err, tt.want)
			}
		})
	}
}

func TestWider(t *testing.T) {
	l := load(t, []byte("id\tlabel\tbroader\ntopic:a\tA\ttopic:b|topic:c\ntopic:b\tB\ttopic:d\ntopic:c\tC\ttopic:d\ntopic:d\tD\n"))
	var got []string
	for _, e := range l.Entry("topic:a").Wider() {
		got = append(got, e.ID)
	}
	if want := "topic:b topic:c topic:d"; strings.Join(got, " ") != want {
		t.Errorf("wider than a: %v, want %s", got, want)
	}
}

// TestVocabulary: the built-in vocabulary is as large as is promised, and every
// topic of it hangs below a group.
func TestVocabulary(t *testing.T) {
	l, err := lexicon.Load(os.DirFS("../../data/lexicon"))
	if err != nil {
		t.Fatal(err)
	}
	topics := 0
	for _, e := range l.Entries() {
		if e.Class != schema.ClassTopic || e.Kind == lexicon.TopicGroup {
			continue
		}
		topics++
		if !slices.ContainsFunc(e.Wider(), func(w *lexicon.Entry) bool { return w.Kind == lexicon.TopicGroup }) {
			t.Errorf("%s: %s hangs below no group", e.Place, e.ID)
		}
		if len(e.Terms) == 0 {
			t.Errorf("%s: %s has no term", e.Place, e.ID)
		}
	}
	if topics < 250 {
		t.Errorf("%d topics, want 250 at least", topics)
	}
}

// FuzzTopics: phrases stand in the text, in its order, and those of one topic
// share no word.
func FuzzTopics(f *testing.F) {
	l, err := lexicon.Load(os.DirFS("../../data/lexicon"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add("who acceded to the " + strings.Repeat("the ", 30) + "Convention ratification of the Convention")
	f.Add("Refugees' children lost their nationality; the labour inspection was said to be a")
	f.Fuzz(func(t *testing.T, raw string) {
		text := words.NewSplitter().Split(raw)
		first, end := 0, make(map[*lexicon.Entry]int)
		for _, h := range l.Topics(text) {
			if h.First < first || h.First >= h.End || h.End > len(text.Words) || h.First < end[h.Entry] {
				t.Fatalf("%s: words %d to %d after %d, of %d", h.Entry.ID, h.First, h.End, end[h.Entry], len(text.Words))
			}
			first, end[h.Entry] = h.First, h.End
		}
	})
}
