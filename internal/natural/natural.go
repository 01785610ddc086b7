// Package natural compares texts as people sort them, with the numbers in them by
// size: SR.99 comes before SR.464, and para. 9 before para. 13.
package natural

import (
	"cmp"
	"strings"
)

// Compare compares texts by runs of digits, which are numbers, and runs of other
// characters. Only equal texts compare as equal.
func Compare(a, b string) int {
	for a != "" && b != "" {
		x, y := leading(a), leading(b)
		a, b = a[len(x):], b[len(y):]
		if isDigit(x[0]) && isDigit(y[0]) {
			n, m := strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
			if c := cmp.Or(cmp.Compare(len(n), len(m)), cmp.Compare(n, m), cmp.Compare(x, y)); c != 0 {
				return c
			}
		} else if c := cmp.Compare(x, y); c != 0 {
			return c
		}
	}
	return cmp.Compare(a, b)
}

// leading returns the run of digits, or of others, at the start of s.
func leading(s string) string {
	for i := 1; i < len(s); i++ {
		if isDigit(s[i]) != isDigit(s[0]) {
			return s[:i]
		}
	}
	return s
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
