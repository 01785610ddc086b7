package rule

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"rapporteur/internal/words"
)

// try runs every rule on its own examples.
func (s *Set) try() error {
	split := words.NewSplitter()
	var broken []error
	for _, n := range s.Names {
		broken = append(broken, examples(n.place, n.ID, n.Finds, n.Skips, func(text string) []string { return s.found(split.Split(text), n.ID) }))
	}
	for _, p := range s.Patterns {
		broken = append(broken, examples(p.place, p.ID, p.Finds, p.Skips, func(text string) []string { return s.found(split.Split(text), p.ID) }))
	}
	return errors.Join(broken...)
}

// found returns the distinct spans that the rule id finds in t.
func (s *Set) found(t *words.Text, id string) []string {
	var out []string
	for _, m := range append(s.FindNames(t, nil), s.FindPatterns(t, "CMW")...) {
		if q := t.Quote(m.First, m.End); m.Rule == id && !slices.Contains(out, q) {
			out = append(out, q)
		}
	}
	return out
}

func examples(place, id string, finds, skips []string, found func(string) []string) error {
	var broken []error
	for _, example := range finds {
		text, want, err := unmark(example)
		if err != nil {
			return fmt.Errorf("%s: %s: finds %q: %w", place, id, example, err)
		}
		if got := found(text); !slices.Equal(got, want) {
			broken = append(broken, fmt.Errorf("%s: %s: finds %q: found %q", place, id, example, got))
		}
	}
	for _, text := range skips {
		if got := found(text); len(got) > 0 {
			broken = append(broken, fmt.Errorf("%s: %s: skips %q: found %q", place, id, text, got))
		}
	}
	return errors.Join(broken...)
}

// unmark takes the braces out of an example and returns what they enclose.
func unmark(example string) (text string, want []string, err error) {
	rest := example
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(rest, "{")
		b.WriteString(before)
		if !ok {
			break
		}
		inner, tail, ok := strings.Cut(after, "}")
		if !ok {
			return "", nil, fmt.Errorf("a brace is not closed")
		}
		b.WriteString(inner)
		want = append(want, inner)
		rest = tail
	}
	if len(want) == 0 {
		return "", nil, fmt.Errorf("nothing is marked with braces")
	}
	return b.String(), want, nil
}
