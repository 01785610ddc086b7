package record_test

import (
	"testing"
	"unicode/utf8"

	"rapporteur/internal/record"
)

func TestRuler(t *testing.T) {
	const text = "Ünver’s élan"
	r := record.NewRuler(text)
	for _, b := range []int{0, 2, 10, len(text), 3, 0, 6} {
		if got, want := r.CodePoints(b), utf8.RuneCountInString(text[:b]); got != want {
			t.Errorf("before byte %d: %d code points, want %d", b, got, want)
		}
	}
}
