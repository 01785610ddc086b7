package resolve

import (
	"regexp"
	"strings"

	"rapporteur/internal/words"
)

// sentenceEnd is where a sentence ends; "No. 183" and "Mr. Doe" go on.
var sentenceEnd = regexp.MustCompile(`(\pL*)[)”"’]*[.?!]["”’]? ["“]?\p{Lu}`)

var abbreviated = words.Set("mr ms mrs dr no nos art arts para paras sect st")

// breaks counts the sentences that end in text.
func breaks(text string) int {
	n := 0
	for _, m := range sentenceEnd.FindAllStringSubmatch(text, -1) {
		if !abbreviated[strings.ToLower(m[1])] {
			n++
		}
	}
	return n
}

// joinWords are words that join two names to each other, with their articles.
var joinWords = words.Set("and or nor to of with by as well both from in under article articles the")

// isAnother reports whether a short form is another thing than what was named
// before it with only these words between: "the Lamp Convention complemented the
// Convention", "the Lamp Convention and article 7 of the Convention". Where it
// were the same, "it" would stand there.
func isAnother(between string) bool {
	if !strings.ContainsAny(between, ",;:()") && !strings.Contains(between, " and ") && !strings.Contains(between, " or ") && !strings.Contains(between, " but ") {
		return !strings.Contains(between, " that ") && !strings.Contains(between, " which ")
	}
	for _, w := range strings.FieldsFunc(between, func(r rune) bool { return r == ' ' || r == ',' }) {
		if !joinWords[strings.ToLower(w)] && strings.Trim(w, "0123456789()") != "" {
			return false
		}
	}
	return true
}
