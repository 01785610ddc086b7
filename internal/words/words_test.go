package words_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"rapporteur/internal/words"
)

// show prints words as "fold" with a mark for their shape, sentences apart.
func show(t *words.Text) string {
	marks := map[words.Shape]string{words.Title: "^", words.Upper: "^^", words.Number: "#"}
	var sentences []string
	for _, s := range t.Sentences {
		var out []string
		for _, w := range t.Words[s.First:s.End] {
			joined := ""
			if w.Joined {
				joined = "-"
			}
			out = append(out, joined+marks[w.Shape]+w.Fold)
		}
		sentences = append(sentences, strings.Join(out, " "))
	}
	return strings.Join(sentences, " | ")
}

func TestSplit(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The Ombudsman’s Office", "^the ^ombudsman 's ^office"},
		{"Anti-Discrimination Centre", "^anti -^discrimination ^centre"},
		{"Mr. Ünver said. The Chair agreed.", "^mr . ^unver said . | ^the ^chair agreed ."},
		{"in General Assembly resolution 48/134", "in ^general ^assembly resolution #48 / #134"},
		{"43,201 permits, 2016 to 2020", "#43201 permits , #2016 to #2020"},
		{"Côte d’Ivoire and O'Flaherty", "^cote d'ivoire and ^o'flaherty"},
		{"the workers’ rights", "the workers ' rights"},
		{"UNHCR (“the Office”)", `^^unhcr ( " the ^office " )`},
		{"see art. 14 of it", "see art . #14 of it"},
		{"", ""},
	} {
		if got := show(words.NewSplitter().Split(c.text)); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestStems(t *testing.T) {
	s := words.NewSplitter()
	for _, pair := range [][2]string{{"migrations", "migration"}, {"detained", "detain"}, {"Women’s", "women"}} {
		a, b := s.Split(pair[0]).Words[0], s.Split(pair[1]).Words[0]
		if a.Stem != b.Stem {
			t.Errorf("stems of %q and %q differ: %q, %q", pair[0], pair[1], a.Stem, b.Stem)
		}
	}
}

// FuzzSplit: words are in order, do not overlap and stand where they say; every
// word is in just one sentence; splitting again gives the same.
func FuzzSplit(f *testing.F) {
	for _, seed := range []string{"Mr. Doe’s letter (3 May 2020).", "a-b–c'd’s", "\xff\xfe 12,345,67", "İstanbul ʼn ﬁ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := words.NewSplitter()
		split := s.Split(text)
		end := 0
		for i, w := range split.Words {
			if w.Start < end || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("word %d spans %d to %d after %d in %q", i, w.Start, w.End, end, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[w.Start:w.End]) {
				t.Fatalf("word %d cuts a character in %q", i, text)
			}
			end = w.End
		}
		next := 0
		for _, sentence := range split.Sentences {
			if sentence.First != next || sentence.End <= sentence.First {
				t.Fatalf("sentence %v after word %d in %q", sentence, next, text)
			}
			next = sentence.End
		}
		if next != len(split.Words) {
			t.Fatalf("%d of %d words in sentences of %q", next, len(split.Words), text)
		}
		if again := fmt.Sprint(s.Split(text)); again != fmt.Sprint(split) {
			t.Fatalf("the second time %q splits differently", text)
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat("The State Migration Service had expanded the number of e-services that it provided, and Mr. Doe agreed. ", 40)
	s := words.NewSplitter()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		s.Split(text)
	}
}
