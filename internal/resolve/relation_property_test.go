package resolve_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rapporteur/internal/rule"
	"rapporteur/schema"
)

// spoken are the sentences of the examples that say one thing with one "had".
func spoken(t testing.TB) (x *examples, sentences [][2]string) {
	t.Helper()
	archive, err := txtar.ParseFile(relationExamples)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		said, want, _ := strings.Cut(string(f.Data), "\n\n")
		speaker, text, ok := strings.Cut(said, ": ")
		named := !strings.HasPrefix(text, "the Optional") && !strings.Contains(text, " that ")
		plain := named && strings.Count(text, " had ") == 1 && !strings.ContainsAny(text, ";,") && strings.HasPrefix(want, "asserted") && !strings.Contains(want, "negated")
		if ok && plain && !strings.HasSuffix(f.Name, ".tsv") {
			sentences = append(sentences, [2]string{speaker, text})
		}
	}
	if len(sentences) < 5 {
		t.Fatalf("only %d plain sentences in %s", len(sentences), relationExamples)
	}
	return newExamples(t, archive), sentences
}

// TestWrappedIsNotAsserted checks that no plain sentence asserts anything once
// it is negated, asked about, recommended, made a condition or put off.
func TestWrappedIsNotAsserted(t *testing.T) {
	x, sentences := spoken(t)
	for _, wrap := range []struct {
		mood rule.Mood
		put  func(string) string
	}{
		{rule.Negated, func(s string) string { return strings.Replace(s, " had ", " had not ", 1) }},
		{rule.Negated, func(s string) string { return strings.Replace(s, " had ", " had never ", 1) }},
		{rule.Negated, func(s string) string { return strings.Replace(s, " had ", " had, however, not yet ", 1) }},
		{rule.Asked, func(s string) string { return "he wished to know whether " + s }},
		{rule.Asked, func(s string) string { return "it was unclear to him whether, as reported, " + s }},
		{rule.Possible, func(s string) string { return "little would change even if " + s }},
		{rule.Possible, func(s string) string { return strings.Replace(s, " had ", " might have ", 1) }},
		{rule.Recommended, func(s string) string { return strings.Replace(s, " had ", " should have ", 1) }},
	} {
		for _, s := range sentences {
			text := wrap.put(s[1])
			found := x.read(s[0], text).Paragraphs[0].Relations
			if len(found) == 0 {
				t.Errorf("%q states nothing", text)
			}
			for _, r := range found {
				if r.Mood != wrap.mood {
					t.Errorf("%q: %s, want %s", text, r.Mood, wrap.mood)
				}
			}
		}
	}
}

// FuzzRelations checks of any text that relations quote it, have a mood and
// join what the schema lets them join.
func FuzzRelations(f *testing.F) {
	archive, err := txtar.ParseFile(relationExamples)
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archive.Files {
		said, _, _ := strings.Cut(string(file.Data), "\n\n")
		if _, text, ok := strings.Cut(said, ": "); ok && !strings.HasSuffix(file.Name, ".tsv") {
			f.Add(text)
		}
	}
	x := newExamples(f, archive)
	sch, err := schema.Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if text == "" {
			return
		}
		found := x.read("Mr. Quill (Utopia)", text)
		for _, r := range found.Paragraphs[0].Relations {
			if r.Span.Empty() || r.Span.End > len(found.Record.Paragraphs[0].Text) {
				t.Errorf("%q: span %v", text, r.Span)
			}
			switch r.Mood {
			case rule.Asserted, rule.Negated, rule.Intended, rule.Recommended, rule.Asked, rule.Possible:
			default:
				t.Errorf("%q: mood %q", text, r.Mood)
			}
		}
		for _, s := range found.Statements() {
			if err := s.Check(sch); err != nil {
				t.Errorf("%q: %v", text, err)
			}
		}
	})
}
