package rule

import (
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// longestDescription bounds a description in lower case, in words.
const longestDescription = 14

// described takes a description in lower case behind "on" or "for": "law on
// freedom of religious belief", up to a verb or a stop. A group that was set up
// is described by its purpose too: "a working group to draft reports".
func (f *finder) described() (Match, bool) {
	purpose := f.t.Is(f.end, "to") && f.rule.Kind == "working-group"
	if !purpose && !f.t.Is(f.end, "on", "for", "against") || f.t.Is(f.end+1, "which", "whose", "that", "this", "these", "those") {
		return Match{}, false
	}
	if f.verbal() {
		return Match{}, false
	}
	first := f.at
	for first > 0 && modifiers[f.t.Words[first-1].Fold] {
		first--
	}
	end := f.end + 1
	for end < len(f.t.Words) && end-f.end <= longestDescription+1 && (!f.stopsDescription(end) || purpose && f.t.Is(end, "with", "between", "within")) {
		end++
	}
	for end > f.end+1 && (joiners[f.t.Words[end-1].Fold] || dangling[f.t.Words[end-1].Fold]) {
		end--
	}
	if end == f.end+1 || end-f.end > longestDescription || f.rule.Class == schema.ClassPolicy && first == f.at {
		return Match{}, false
	}
	indefinite := f.t.Is(first-1, "a", "an", "another", "any", "no", "every", "each", "such")
	if (indefinite || purpose) && !f.founded(first-1, end) {
		return Match{}, false // not a certain one
	}
	m := f.match(first, end)
	m.Described = true
	return m, true
}

// verbal reports whether the head is a verb: "to act on", "could act on".
func (f *finder) verbal() bool {
	return f.t.Is(f.at, "act", "acts", "order", "orders") && !f.t.Is(f.at-1, "the", "this", "that", "said", "its", "draft", "new")
}

// founded reports whether the sentence says that what the words from first to
// end describe was set up, so that it is a certain one: "an inter-agency working
// group on … had been set up".
func (f *finder) founded(first, end int) bool {
	for j := first - 1; j >= 0 && j >= first-6; j-- {
		if f.t.Words[j].Shape == words.Punct {
			break
		}
		if founding[f.t.Words[j].Fold] {
			return true
		}
	}
	for j := end; j < len(f.t.Words) && j < end+5; j++ {
		if f.t.Words[j].Shape == words.Punct || f.t.Is(j, "would", "should", "could", "might", "to", "not") {
			return false
		}
		if founding[f.t.Words[j].Fold] {
			return true
		}
	}
	return false
}

func (f *finder) stopsDescription(i int) bool {
	w := f.t.Words[i]
	if w.Shape == words.Punct {
		return w.Fold != "'"
	}
	return verbs[w.Fold] || clauses[w.Fold] || w.Shape == words.Number || w.Fold == "and" && (f.t.Is(i+1, "the", "a", "an", "had", "was") || f.isHeadAnyCase(i+1))
}

func (f *finder) isHeadAnyCase(i int) bool { return i < len(f.t.Words) && f.isHead(i) }

// number takes what follows the title of a law: "No. 12 of 2003", "(2019)",
// ", 2005", "2010", "of 18 November 2010".
func (f *finder) number(end int) int {
	end = f.serial(end)
	switch {
	case f.year(end):
		return end + 1
	case f.t.Is(end, "of") && f.year(end+1):
		return end + 2
	case f.t.Is(end, "of") && f.month(end+2) && f.year(end+3):
		return end + 4
	case f.t.Is(end, ",") && f.year(end+1) && !f.t.Is(end+2, "the"):
		return end + 2
	case f.t.Is(end, "(") && f.year(end+1) && f.t.Is(end+2, ")"):
		return end + 3
	}
	return end
}

// serial takes "No. 251/2007" or "No. 12-A", and a bare "5/2000" that is no year.
func (f *finder) serial(end int) int {
	j := end
	if f.t.Is(j, "no", "number", "nos") {
		if j++; f.t.Is(j, ".") {
			j++
		}
	} else if j >= len(f.t.Words) || f.t.Words[j].Shape != words.Number || f.year(j) && !f.t.Is(j+1, "/") {
		return end
	}
	if j >= len(f.t.Words) || !numberLike(f.t.Words[j]) {
		return end
	}
	for j++; j < len(f.t.Words); j++ {
		w := f.t.Words[j]
		switch {
		case w.Joined && numberLike(w):
		case (w.Fold == "/" || w.Fold == ".") && j+1 < len(f.t.Words) && w.End == f.t.Words[j+1].Start && numberLike(f.t.Words[j+1]):
			j++
		default:
			return j
		}
	}
	return j
}

// month reports whether word i exists and is a month.
func (f *finder) month(i int) bool {
	return i >= 0 && i < len(f.t.Words) && words.Month(f.t.Words[i].Fold) > 0
}

func (f *finder) year(i int) bool {
	if i < 0 || i >= len(f.t.Words) || f.t.Words[i].Shape != words.Number {
		return false
	}
	y := f.t.Words[i].Fold
	return len(y) == 4 && (y[:2] == "18" || y[:2] == "19" || y[:2] == "20")
}

// numberLike reports whether w may be the number of a law: 12, 5A, LXX.
func numberLike(w words.Word) bool {
	return w.Shape == words.Number || w.Shape == words.Upper || w.Shape == words.Title && w.End-w.Start <= 2
}
