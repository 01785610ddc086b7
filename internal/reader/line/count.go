package line

import (
	"strconv"
	"strings"
)

// A Counting is how the items of a list are counted.
type Counting int

// The ways of counting.
const (
	Decimal     Counting = iota
	LowerLetter          // a, b, … z, aa, bb
	UpperLetter
	LowerRoman
	UpperRoman
)

// maxCounted bounds the numbers that are written in letters.
const maxCounted = 780

// Format writes a number. What letters cannot express is written in figures.
func (c Counting) Format(n int) string {
	if n < 1 || n > maxCounted {
		return strconv.Itoa(n)
	}
	switch c {
	case LowerLetter:
		return letters(n)
	case UpperLetter:
		return strings.ToUpper(letters(n))
	case LowerRoman:
		return roman(n)
	case UpperRoman:
		return strings.ToUpper(roman(n))
	}
	return strconv.Itoa(n)
}

// letters repeats the letter behind the alphabet's end, as word processors do.
func letters(n int) string {
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	var b strings.Builder
	for _, r := range []struct {
		value  int
		letter string
	}{
		{500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
	} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.letter)
		}
	}
	return b.String()
}
