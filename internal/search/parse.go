package search

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A clause is a part of what people write. The words of a clause follow one
// another.
type clause struct {
	words  []token
	not    bool // must not be there
	prefix bool // the only word is the beginning of one
}

func (c clause) folds() []string {
	out := make([]string, len(c.words))
	for i, w := range c.words {
		out[i] = w.fold
	}
	return out
}

// minPrefix is the shortest beginning that is looked for, in code points.
const minPrefix = 2

// parse reads a query. What has no letter or digit means nothing.
func (a *analyst) parse(text string) ([]clause, error) {
	var clauses []clause
	count := 0
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		var c clause
		if rest, ok := strings.CutPrefix(text, "-"); ok && startsPart(rest) {
			c.not, text = true, rest
		}
		var part string
		var quoted bool
		part, text, quoted = cutPart(text)
		c.words = a.tokens(part)
		c.prefix = !quoted && len(c.words) == 1 && strings.HasSuffix(part, "*")
		if c.prefix && utf8.RuneCountInString(c.words[0].fold) < minPrefix {
			return nil, &QueryError{"q", fmt.Errorf("%q needs at least %d letters before the *", part, minPrefix)}
		}
		if count += len(c.words); count > maxWords {
			return nil, &QueryError{"q", fmt.Errorf("it has more than %d words", maxWords)}
		}
		if len(c.words) > 0 {
			clauses = append(clauses, c)
		}
	}
	return withoutStops(clauses), nil
}

// startsPart reports whether a "-" before text negates: "-oil", not "- oil".
func startsPart(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return isQuote(r) || unicode.IsLetter(r) || unicode.IsDigit(r)
}

func isQuote(r rune) bool { return strings.ContainsRune("\"“”„«»", r) }

// cutPart cuts off a phrase in quotation marks, which may lack the last one, or
// what stands before the next space.
func cutPart(text string) (part, rest string, quoted bool) {
	if r, size := utf8.DecodeRuneInString(text); isQuote(r) {
		text = text[size:]
		end := strings.IndexFunc(text, isQuote)
		if end < 0 {
			return text, "", true
		}
		_, size = utf8.DecodeRuneInString(text[end:])
		return text[:end], text[end+size:], true
	}
	end := strings.IndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || isQuote(r) })
	if end < 0 {
		end = len(text)
	}
	return text[:end], text[end:], false
}

// withoutStops leaves out words that stand everywhere, where others are left to
// look for.
func withoutStops(clauses []clause) []clause {
	var kept []clause
	for _, c := range clauses {
		if len(c.words) > 1 || c.prefix || !isStop(c.words[0].fold) {
			kept = append(kept, c)
		}
	}
	for _, c := range kept {
		if !c.not {
			return kept
		}
	}
	return clauses
}
