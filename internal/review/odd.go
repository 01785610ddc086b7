package review

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/schema"
)

// longest is how many words of meaning names have.
const longest = 14

// odd says what is odd about the name of an entity that records introduce, ""
// for nothing.
func odd(e *entity) string {
	words := strings.Fields(e.label)
	first, _ := utf8.DecodeRuneInString(e.label)
	switch {
	case len(words) == 0:
		return "without a name"
	case len(e.spelled) > 0 && len(e.spelled[0].stems) > longest:
		return "its name is very long"
	case strings.Count(e.label, "(") != strings.Count(e.label, ")"):
		return "its name opens a bracket and does not close it, or the other way round"
	case emptyWords[strings.ToLower(words[len(words)-1])]:
		return "its name ends in a word that asks for more"
	case hasVerb(words):
		return "its name looks like part of a sentence"
	case e.class == schema.ClassPerson:
		if !strings.ContainsFunc(e.label, unicode.IsUpper) || strings.ContainsFunc(e.label, unicode.IsDigit) {
			return "its name does not look like a person's"
		}
	case unicode.IsLower(first) && e.class != schema.ClassAgreement:
		return "its name begins with a small letter"
	case len(words) == 1 && !strings.EqualFold(e.label, e.kind):
		return "its name is one word" // and not a kind that a State has one of, such as "Parliament"
	}
	return ""
}

// sentenceWords do not stand in names.
var sentenceWords = map[string]bool{
	"is": true, "are": true, "was": true, "were": true, "has": true, "had": true, "have": true, "been": true, "that": true, "which": true, "who": true, "would": true, "could": true, "should": true,
	"did": true, "does": true, "said": true, "he": true, "she": true, "they": true, "it": true, "whether": true, "however": true,
}

func hasVerb(words []string) bool {
	for _, w := range words {
		if sentenceWords[strings.Trim(w, ",.;:()")] {
			return true
		}
	}
	return false
}
