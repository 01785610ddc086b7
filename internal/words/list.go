package words

import "strings"

// Set returns the words of a list that blanks part: the small closed classes of
// English by which names are told from the sentence around them.
func Set(list string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// Month returns the number of a month by its folded name, 0 for any other word.
func Month(fold string) int { return months[fold] }

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
	"july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}
