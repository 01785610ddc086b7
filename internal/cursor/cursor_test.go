package cursor_test

import (
	"errors"
	"testing"

	"rapporteur/internal/cursor"
)

// in returns where a cursor leads in a list of letters.
func in(t *testing.T, text, letters string) (int, error) {
	t.Helper()
	c, err := cursor.Parse("list", text)
	if err != nil {
		t.Fatal(err)
	}
	return c.Offset(len(letters), func(i int) string { return letters[i : i+1] })
}

func TestOffset(t *testing.T) {
	behindC := cursor.After("list", 3, "c")
	for letters, want := range map[string]int{
		"abcdef":   3, // as it was
		"xabcdef":  4, // something came before
		"cdef":     1, // something went
		"abc":      3, // all behind it went
		"abcXdef":  3,
		"aXbXcdef": 5,
	} {
		if got, err := in(t, behindC, letters); err != nil || got != want {
			t.Errorf("%s: %d, %v; want %d", letters, got, err, want)
		}
	}
	for _, letters := range []string{"", "abdef"} {
		if got, err := in(t, behindC, letters); !errors.Is(err, cursor.ErrGone) {
			t.Errorf("%s: %d, %v", letters, got, err)
		}
	}
}

func TestParse(t *testing.T) {
	text := cursor.After("list", 3, "c")
	if _, err := cursor.Parse("another", text); !errors.Is(err, cursor.ErrOther) {
		t.Errorf("%v", err)
	}
	for i := range text {
		other := byte('A')
		if text[i] == other {
			other = 'B'
		}
		if _, err := cursor.Parse("list", text[:i]+string(other)+text[i+1:]); !errors.Is(err, cursor.ErrBad) {
			t.Errorf("letter %d changed: %v", i, err)
		}
		if _, err := cursor.Parse("list", text[:i]); !errors.Is(err, cursor.ErrBad) {
			t.Errorf("cut at %d: %v", i, err)
		}
	}
}

// FuzzParse checks that nothing but what After made is a cursor, and that what
// it made leads back.
func FuzzParse(f *testing.F) {
	f.Add("list", 3, "c", "AAAA")
	f.Add("", 1, "", "")
	f.Fuzz(func(t *testing.T, list string, offset int, key, text string) {
		if _, err := cursor.Parse(list, text); err == nil {
			t.Errorf("%q is a cursor", text)
		}
		offset = offset&0xffff + 1
		c, err := cursor.Parse(list, cursor.After(list, offset, key))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := c.Offset(offset, func(int) string { return key }); err != nil || got != offset {
			t.Errorf("%d, %v; want %d", got, err, offset)
		}
	})
}
