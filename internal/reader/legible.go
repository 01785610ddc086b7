package reader

import (
	"strings"
	"unicode"

	"rapporteur/internal/reader/line"
)

// What a text must have to be one; a font that hides its characters gives
// something else.
const (
	minLetters  = 0.6  // of the characters that are no spaces
	maxUnknown  = 0.02 // of them
	minWord     = 2.0  // letters in a word, on average
	maxWord     = 14.0
	minVowels   = 0.2 // of the Latin letters
	maxVowels   = 0.6
	enoughWords = 10 // fewer prove nothing
)

// legible reports whether lines read from a PDF are text: letters more than
// anything else, words of the length of words, and vowels in them.
func legible(lines []line.Line) bool {
	var all, letters, latin, vowels, unknown, words int
	for i := range lines {
		words += len(strings.Fields(lines[i].Text))
		for _, r := range lines[i].Text {
			switch {
			case r == ' ':
				continue
			case r == unicode.ReplacementChar || unicode.Is(unicode.Co, r):
				unknown++
			case unicode.IsLetter(r):
				letters++
				if r < 0x250 {
					latin++
					if strings.ContainsRune("aeiouyAEIOUYéèêáàâíóôúüö", r) {
						vowels++
					}
				}
			}
			all++
		}
	}
	if words < enoughWords {
		return false
	}
	share := func(n, of int) float64 { return float64(n) / float64(max(1, of)) }
	switch perWord := share(letters, words); {
	case share(letters, all) < minLetters, share(unknown, all) > maxUnknown:
		return false
	case latin*2 < letters: // another script: its words have their own lengths
		return true
	case perWord < minWord || perWord > maxWord:
		return false
	}
	return share(vowels, latin) >= minVowels && share(vowels, latin) <= maxVowels
}
