package parse

import (
	"strings"

	"rapporteur/internal/record"
)

// behindClause finds a speaker who does not stand first: "In reply to Mr. Doe,
// the Chairperson said", "After consultations, the CHAIRMAN announced".
func behindClause(text string, president bool) opened {
	if !opensClause(text) {
		return opened{}
	}
	for at := nextComma(text, 0); at >= 0; at = nextComma(text, at+1) {
		from := at + 1
		for from < len(text) && text[from] == ' ' {
			from++
		}
		if o := speakerAt(text, from, president, true); o.kind != silent {
			o.speaker = qualifiedBy(text[:at], o.speaker)
			return o
		}
	}
	return opened{}
}

// qualifiedBy adds what a clause before the speaker says: "Speaking as a member
// of the Committee, the Chair asked".
func qualifiedBy(clause string, s record.Speaker) record.Speaker {
	c := candidate{Speaker: s}
	if role, ok := strings.CutPrefix(clause, "As "); ok && isRole(role) && c.Capacity == "" {
		c.Capacity = withoutArticle(role)
		return c.Speaker
	}
	if !hasAnyPrefix(clause, "Speaking ", "On behalf of ") {
		return s
	}
	c.qualify(strings.ToLower(clause[:1]) + clause[1:])
	return c.Speaker
}

// clauses are the words that open a clause before a speaker, beside participles.
var clauses = words(`After Following In On At As Before Upon With From Further Later Lastly Finally Subsequently Also Asked Invited Supported Seconded Having By To For Regarding Concerning Once`)

// opensClause reports whether text starts with a clause that may precede a
// speaker.
func opensClause(text string) bool {
	word, _, _ := strings.Cut(text[:min(len(text), 40)], " ")
	return clauses[word] || strings.HasSuffix(word, "ing") && word[0] >= 'A' && word[0] <= 'Z'
}

// nextComma finds the next comma outside brackets and within the first sentence,
// or -1. A full stop ends the sentence where a capital or nothing follows and no
// short word ("Mr.", "No.", "art.") precedes.
func nextComma(text string, from int) int {
	depth := 0
	for i := from; i < len(text); i++ {
		switch text[i] {
		case '(':
			depth++
		case ')':
			depth = max(depth-1, 0)
		case ',':
			if depth == 0 {
				return i
			}
		case '.':
			if depth == 0 && endsSentence(text, i) {
				return -1
			}
		}
	}
	return -1
}

// endsSentence reports whether the dot at text[i] ends a sentence.
func endsSentence(text string, i int) bool {
	rest := strings.TrimLeft(text[i+1:], "”’\"")
	if rest == "" {
		return true
	}
	if rest[0] != ' ' {
		return false
	}
	start := strings.LastIndexAny(text[:i], " (.") + 1
	return i-start > 4 || i > start && text[start] >= 'a' && i-start > 3
}
