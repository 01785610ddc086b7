package extract_test

import (
	"strings"
	"testing"

	"rapporteur/data"
	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/internal/rule"
)

// TestCutOff reads paragraphs that break off behind every word, as those of
// damaged files do.
func TestCutOff(t *testing.T) {
	l, err := lexicon.Load(data.Lexicon())
	if err != nil {
		t.Fatal(err)
	}
	rules, err := rule.Load(data.Rules())
	if err != nil {
		t.Fatal(err)
	}
	x := extract.New(l, rules)
	text := "Ms. Roe asked whether the State party, under the said new Code and the draft strategy, had done the same of the above agreements " +
		"with its neighbours (see articles 7 and 8 of the Convention); the Ministries of Health and Labour applied its Optional Protocol and the Special Rapporteur did the same"
	var rec record.Record
	end := 0
	for word := range strings.SplitAfterSeq(text, " ") {
		end += len(word)
		rec.Paragraphs = append(rec.Paragraphs, record.Paragraph{Section: -1, Intervention: -1, Text: strings.TrimSpace(text[:end])})
	}
	found := x.Record(&rec)
	if n := len(found.Claims); n < len(rec.Paragraphs) {
		t.Errorf("only %d claims in %d paragraphs", n, len(rec.Paragraphs))
	}
}
