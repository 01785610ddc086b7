package table

import (
	"iter"
	"unicode"

	"golang.org/x/text/width"
)

// columns returns how many columns of a terminal s takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// broken yields the pieces, those wider than a line in parts that fit.
func broken(pieces []string, width int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, piece := range pieces {
			start, n := 0, 0
			for i, r := range piece {
				if n+runeColumns(r) > width && i > start {
					if !yield(piece[start:i]) {
						return
					}
					start, n = i, 0
				}
				n += runeColumns(r)
			}
			if !yield(piece[start:]) {
				return
			}
		}
	}
}
