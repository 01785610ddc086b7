package search

import (
	"strings"
	"testing"
	"unicode/utf8"

	"rapporteur/internal/excerpt"
)

// FuzzFragment cuts fragments out of any text: each stands in the text where it
// says, and its marks are words of the query.
func FuzzFragment(f *testing.F) {
	long := strings.Repeat("The keepers of the lighthouse worked on. ", 30)
	f.Add(long+"The oil of Côte d’Ivoire was dear."+long, "oil ivoire")
	f.Add(strings.Repeat("ж", 2000), "oil")
	f.Add(long+strings.Repeat("é", 900)+"oil", "oil")
	f.Add("oil", "oil")
	f.Add("", "oil")
	f.Add("a\xffb oil", `"b oil"`)
	a := newAnalyst()
	f.Fuzz(func(t *testing.T, text, query string) {
		if !utf8.ValidString(text) {
			return // the store holds no such text
		}
		clauses, err := a.parse(query)
		if err != nil {
			return
		}
		got := fragment(text, a.tokens(text), clauses)
		letters := []rune(text)
		if end := got.Start + utf8.RuneCountInString(got.Text); end > len(letters) || string(letters[got.Start:end]) != got.Text {
			t.Fatalf("%q does not stand at %d", got.Text, got.Start)
		}
		if text != "" && got.Text == "" {
			t.Fatalf("nothing of %q", text)
		}
		for _, m := range got.Marks {
			if len(marks(a.tokens(string([]rune(got.Text)[m.Start:m.End])), clauses)) == 0 {
				t.Fatalf("%v of %q does not match %q", m, got.Text, query)
			}
		}
	})
}

// TestFragment finds words far into a text, near one another.
func TestFragment(t *testing.T) {
	a := newAnalyst()
	filler := strings.Repeat("Nothing was said of it. ", 40)
	text := "Oil first. " + filler + "Then oil from Côte d’Ivoire to Mali came." + filler
	clauses, err := a.parse("oil Mali")
	if err != nil {
		t.Fatal(err)
	}
	got := fragment(text, a.tokens(text), clauses)
	if len(got.Marks) != 2 || got.Start == 0 || len(got.Text) > excerpt.Size+1 {
		t.Errorf("%+v", got)
	}
}
