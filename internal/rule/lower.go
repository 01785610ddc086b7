package rule

import (
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// lowerHead takes the capitalised words before a head in lower case: "the
// RESTART programme"; with an acronym in brackets between, what stands before
// it. One word that opens a sentence is no name.
func (f *finder) lowerHead() (Match, bool) {
	if !f.plainHead() {
		return Match{}, false
	}
	j := f.at
	if f.t.Is(j-1, ")") { // "Support to Returnees (HOME) programme"
		for j--; j > 0 && !f.t.Is(j, "("); j-- {
		}
	}
	first, end := f.left(j), f.end
	switch {
	case first < j && j < f.at:
		first, end = f.leftTitle(first), j
	case first < j && f.rule.Class == schema.ClassPolicy:
		if longer := f.leftTitle(first); longer < first && f.t.Is(longer-1, "the") && !f.holdsHead(longer) {
			first = longer
		}
	}
	opens := f.t.SentenceOf(f.at).First == first
	if f.rule.Class == schema.ClassPolicy && !f.namesPolicy(first, j) {
		return Match{}, false
	}
	if first == j || opens || f.known(first) || f.t.Words[j-1].Joined || f.t.Words[j-1].Shape == words.Number {
		return Match{}, false
	}
	if f.rule.Class == schema.ClassPolicy {
		end = min(end, f.at) // "programme" says what it is and is no part of the name
	}
	return f.match(first, end), true
}

// leftTitle goes back over joined capitalised words: "Reintegration Support to
// Azerbaijani Returnees".
func (f *finder) leftTitle(first int) int {
	for first >= 2 && (f.links(f.t.Words[first-1].Fold) || f.t.Is(first-1, "to", "and")) && f.t.Words[first-2].Capital() && !openers[f.t.Words[first-2].Fold] {
		first = f.left(first - 1)
	}
	return first
}

// namesPolicy reports whether the words from first to end may be what a policy
// is called: no day and no person's, and more than the place of a plan.
func (f *finder) namesPolicy(first, end int) bool {
	switch {
	case f.holdsHead(first), f.possessive(end - 1), days[f.t.Words[end-1].Fold]:
		return false
	case f.rule.Kind == "programme":
		return true
	}
	return end-first > 1 || isAcronym(f.t, first)
}

// holdsHead reports whether a head of any rule stands between word i and the
// finder's own: "the Ministry of Health programme" is the ministry's.
func (f *finder) holdsHead(i int) bool {
	for ; i < f.at; i++ {
		for _, ref := range f.heads.Fold(f.t.Words[i].Form) {
			if _, ok := ref.head.at(f.t, i); ok {
				return true
			}
		}
	}
	return false
}
