package answer

import (
	"strings"
	"testing"

	"rapporteur/internal/excerpt"
	"rapporteur/internal/words"
)

// TestAround marks places that are counted in letters, of which some take several
// bytes, some overlap, and some a damaged store could have.
func TestAround(t *testing.T) {
	filler := strings.Repeat("Élan was everywhere — said he. ", 20)
	tests := []struct {
		name, text string
		places     []excerpt.Mark
		want       []string
	}{
		{"letters of several bytes", "L’été of Utopia’s keepers.", []excerpt.Mark{{Start: 9, End: 15}}, []string{"Utopia"}},
		{"far into the text", filler + "Utopia agreed.", []excerpt.Mark{{Start: 620, End: 626}}, []string{"Utopia"}},
		{"one within another", "The Ministry of Utopia.", []excerpt.Mark{{Start: 4, End: 22}, {Start: 16, End: 22}}, []string{"Ministry of Utopia"}},
		{"none", "Utopia.", nil, nil},
		{"beyond the text", "Utopia.", []excerpt.Mark{{Start: 0, End: 6}, {Start: 7, End: 12}}, []string{"Utopia"}},
		{"backwards", "Utopia.", []excerpt.Mark{{Start: 5, End: 2}}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := around(words.NewSplitter(), tt.text, tt.places)
			letters := []rune(got.Text)
			if whole := []rune(tt.text); string(whole[got.Start:got.Start+len(letters)]) != got.Text {
				t.Errorf("%q does not stand at %d", got.Text, got.Start)
			}
			var marked []string
			for _, m := range got.Marks {
				marked = append(marked, string(letters[m.Start:m.End]))
			}
			if strings.Join(marked, "|") != strings.Join(tt.want, "|") {
				t.Errorf("marks %q, want %q", marked, tt.want)
			}
		})
	}
}
