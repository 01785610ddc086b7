package excerpt_test

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/excerpt"
)

// spans finds words, parted by spaces, in a text.
func spans(text string) []excerpt.Span {
	var out []excerpt.Span
	at := 0
	for _, word := range strings.SplitAfter(text, " ") {
		if trimmed := strings.TrimSpace(word); trimmed != "" {
			out = append(out, excerpt.Span{Start: at, End: at + len(trimmed)})
		}
		at += len(word)
	}
	return out
}

// every finds a phrase in a text wherever it stands.
func every(text, phrase string) []excerpt.Span {
	var out []excerpt.Span
	for at := 0; ; {
		i := strings.Index(text[at:], phrase)
		if i < 0 {
			return out
		}
		out = append(out, excerpt.Span{Start: at + i, End: at + i + len(phrase)})
		at += i + len(phrase)
	}
}

func TestCut(t *testing.T) {
	filler := strings.Repeat("Nothing was said of élan. ", 30)
	lengthy := "the agreement " + strings.Repeat("on the oil of the lamps ", 20) + "of Utopia"
	tests := []struct {
		name, text, phrase string
		first              int
		marks              int // how many the fragment has
		begins, ends       string
	}{
		{"all of a short text", "Oil was dear, and oil was scarce.", "oil", 0, 1, "Oil was", "scarce."},
		{"in the middle", filler + "Oil came. " + filler, "Oil", 0, 1, "", ""},
		{"at the end", filler + "Then came oil", "oil", 0, 1, "", "came oil"},
		{"the second of two that stand far apart", "Oil. " + filler + "Oil came. " + filler, "Oil", 1, 1, "", ""},
		{"nothing marked", filler, "oil", 0, 0, "Nothing was", ""},
		{"marked words that are longer than a fragment", filler + lengthy + ". " + filler, lengthy, 0, 1, "", "of Utopia"},
		{"a part of a word", filler + "(Oil-lamps) " + filler, "Oil", 0, 1, "", ""},
		{"no words between spaces", strings.Repeat("é", 500) + "oil" + strings.Repeat("é", 500), "oil", 0, 1, "", ""},
		{"no text", "", "oil", 0, 0, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			marks := every(tt.text, tt.phrase)
			got := excerpt.Cut(tt.text, spans(tt.text), marks, tt.first)
			letters := []rune(got.Text)
			if whole := []rune(tt.text); !slices.Equal(whole[got.Start:got.Start+len(letters)], letters) {
				t.Errorf("%q does not stand at %d", got.Text, got.Start)
			}
			if len(got.Marks) != tt.marks {
				t.Errorf("marks %v, want %d of them", got.Marks, tt.marks)
			}
			for _, m := range got.Marks {
				if words := string(letters[m.Start:m.End]); words != tt.phrase {
					t.Errorf("%v is %q", m, words)
				}
			}
			if !strings.HasPrefix(got.Text, tt.begins) || !strings.HasSuffix(got.Text, tt.ends) {
				t.Errorf("%q does not go from %q to %q", got.Text, tt.begins, tt.ends)
			}
			if most := max(excerpt.Size, 80+len(tt.phrase)) + 1; len(got.Text) > most {
				t.Errorf("%d bytes, at most %d", len(got.Text), most)
			}
		})
	}
}
