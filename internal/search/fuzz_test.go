package search_test

import (
	"context"
	"errors"
	"testing"
	"unicode/utf8"

	"rapporteur/internal/search"
)

// FuzzText asks anything: what is wrong is said to be, marks lie in their
// fragments in order, and a negated query shares no hit with the query itself.
func FuzzText(f *testing.F) {
	for _, text := range []string{
		"night", `"at night" -oil`, "lam*", "-", `"`, `-"`, "**", "a*", "\xff", "K’s", "“lamp oil”night", "-the", "é*", "the of", "lamp\x00oil", "ILAMP)", "1,234", "LHK/C/SR.7*",
	} {
		f.Add(text, false)
		f.Add(text, true)
	}
	x, _ := open(f, search.Options{})
	f.Fuzz(func(t *testing.T, text string, entities bool) {
		q := search.Query{Text: text}
		if entities {
			q.Kind = search.Entities
		}
		r, err := x.Search(context.Background(), q)
		if err != nil {
			if wrong, ok := errors.AsType[*search.QueryError](err); !ok || wrong.Field != "q" {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		for _, p := range r.Paragraphs {
			at, size := 0, utf8.RuneCountInString(p.Fragment.Text)
			for _, m := range p.Fragment.Marks {
				if m.Start < at || m.End <= m.Start || m.End > size {
					t.Fatalf("%q: marks %v in %d letters", text, p.Fragment.Marks, size)
				}
				at = m.End
			}
		}
		if _, err := x.Suggest(context.Background(), text); err != nil {
			t.Fatalf("%q: suggest: %v", text, err)
		}
	})
}
