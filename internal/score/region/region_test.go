package region_test

import (
	"errors"
	"testing"

	"rapporteur/internal/score/region"
)

const document = `By hand.
<!-- generated: one -->
old
<!-- end -->
Between.
<!-- generated: two -->
<!-- end -->
<!-- generated: open -->
<!-- generated: three -->
<!-- end -->
`

func TestReplace(t *testing.T) {
	once, err := region.Replace(document, "one", "first\n")
	if err != nil {
		t.Fatal(err)
	}
	got, err := region.Replace(once, "two", "second\n")
	if err != nil {
		t.Fatal(err)
	}
	const want = `By hand.
<!-- generated: one -->
first
<!-- end -->
Between.
<!-- generated: two -->
second
<!-- end -->
<!-- generated: open -->
<!-- generated: three -->
<!-- end -->
`
	if got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestReplaceRefuses(t *testing.T) {
	for name, want := range map[string]error{"four": region.ErrMissing, "open": region.ErrOpen} {
		if _, err := region.Replace(document, name, ""); !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", name, err, want)
		}
	}
}
