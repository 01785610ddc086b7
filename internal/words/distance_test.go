package words_test

import (
	"testing"

	"rapporteur/internal/words"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"a", "", 1}, {"", "ab", 2}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"abc", "abd", 1}, {"service", "servcie", 1}, {"kitten", "sitting", 3}, {"ş", "s", 1}} {
		for range 2 {
			if got := words.Distance([]rune(c.a), []rune(c.b), 10); got != c.want {
				t.Errorf("%q, %q: %d, want %d", c.a, c.b, got, c.want)
			}
			c.a, c.b = c.b, c.a
		}
	}
}

func TestDistanceBeyondMost(t *testing.T) {
	for _, c := range []struct {
		a, b       string
		most, want int
	}{{"kitten", "sitting", 3, 3}, {"kitten", "sitting", 2, 3}, {"kitten", "sitting", 1, 2}, {"a", "abcd", 2, 3}, {"abcd", "a", 2, 3}} {
		if got := words.Distance([]rune(c.a), []rune(c.b), c.most); got != c.want {
			t.Errorf("%q, %q, most %d: %d, want %d", c.a, c.b, c.most, got, c.want)
		}
	}
}
