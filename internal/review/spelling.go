package review

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur/internal/words"
)

// A spelling is a name as it is compared: its words without those that carry no
// meaning, each by its stem, so that number and case do not matter.
type spelling struct {
	name    string
	stems   []string // in order
	follow  []bool   // whether a word of meaning stands right behind one that carries none: "of Health"
	letters string   // first letters of the words
	numbers string   // what tells "Protocol No. 4" from "Protocol No. 7"
	acronym bool     // the name is letters that stand for words
}

// emptyWords carry no meaning in a name.
var emptyWords = map[string]bool{
	"a": true, "an": true, "and": true, "as": true, "at": true, "by": true, "for": true, "from": true, "in": true, "into": true, "its": true, "of": true, "on": true,
	"or": true, "the": true, "their": true, "to": true, "under": true, "with": true, "'s": true, "'": true,
}

// ordinals tell things apart as numbers do.
var ordinals = map[string]bool{
	"first": true, "second": true, "third": true, "fourth": true, "fifth": true, "sixth": true, "seventh": true, "eighth": true, "ninth": true, "tenth": true,
	"i": true, "ii": true, "iii": true, "iv": true, "v": true, "vi": true, "vii": true, "viii": true, "ix": true, "x": true,
}

// spell takes a name apart.
func spell(split *words.Splitter, name string) spelling {
	s := spelling{name: name}
	var numbers []string
	text := split.Split(name)
	follows := false
	for _, w := range text.Words {
		switch {
		case w.Shape == words.Punct:
		case emptyWords[w.Fold]:
			follows = true
		default:
			s.stems, s.follow = append(s.stems, w.Stem), append(s.follow, follows)
			s.letters += w.Fold[:len(firstLetter(w.Fold))]
			if follows = false; w.Shape == words.Number || ordinals[w.Fold] {
				numbers = append(numbers, w.Fold)
			}
		}
	}
	slices.Sort(numbers)
	s.numbers = strings.Join(numbers, " ")
	s.acronym = len(text.Words) == 1 && text.Words[0].Shape == words.Upper && len(name) > 1
	return s
}

func firstLetter(word string) string {
	for i := range word {
		if i > 0 {
			return word[:i]
		}
	}
	return word
}

// key is the same for names that differ in the order of words alone.
func (s spelling) key() string {
	sorted := slices.Clone(s.stems)
	slices.Sort(sorted)
	return strings.Join(sorted, " ")
}

// parts are the beginnings and ends of two words or more that may be a name of
// the same thing: "Migration Service" of "State Migration Service", but not
// "Ministry of Health" of "Institute of the Ministry of Health".
func (s spelling) parts() (out []string) {
	for n := 2; n < len(s.stems); n++ {
		out = append(out, strings.Join(s.stems[:n], " "))
		if at := len(s.stems) - n; !s.follow[at] {
			out = append(out, strings.Join(s.stems[at:], " "))
		}
	}
	return out
}

// gaps are the name with one word left out, and that word.
func (s spelling) gaps() (out [][2]string) {
	for i, stem := range s.stems {
		rest := slices.Clone(s.stems)
		rest[i] = "*"
		out = append(out, [2]string{strings.Join(rest, " "), stem})
	}
	return out
}

// alike reports whether two words may be one, misspelt: one letter apart, or two
// in long words. Words with digits are never alike.
func alike(a, b string) bool {
	if a == b || strings.ContainsFunc(a+b, unicode.IsDigit) {
		return false
	}
	x, y := []rune(a), []rune(b)
	switch short := min(len(x), len(y)); {
	case short < 4:
		return false
	case short < 8:
		return words.Distance(x, y, 1) <= 1
	}
	return words.Distance(x, y, 2) <= 2
}
