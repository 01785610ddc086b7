package rule

import (
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// left goes back over the capitalised words before i: "State Migration" of
// "State Migration Service". It stops at punctuation and at words that open a
// sentence or a phrase.
func (f *finder) left(i int) int {
	first := i
	for j := i - 1; j >= max(0, i-longestName); j-- {
		w := f.t.Words[j]
		switch {
		case f.belongsLeft(j, i):
			first = j
		case f.possessive(j) && j > 0 && !f.opens(j-1):
			first = j // "Prosecutor General's Office", "Children's Act"
		case f.saint(j):
			j--
			first = j // "St. Brendan Hospital"
		case w.Fold == ")" && f.bracketOpens(j) > 0:
			j = f.bracketOpens(j)
		case f.listLeft(j) > 0:
			j = f.listLeft(j)
			first = j
		case f.joinsLeft(j, i), f.linksLeft(j), f.collocatesLeft(j), particles[w.Fold] && f.capitalBefore(j):
		default:
			return f.trimSentenceStart(first, i)
		}
	}
	return f.trimSentenceStart(first, i)
}

// belongsLeft reports whether word j is part of the name before the head at i.
func (f *finder) belongsLeft(j, i int) bool {
	w := f.t.Words[j]
	return (w.Capital() || w.Joined && w.Shape == words.Lower) && !f.opens(j) && (j == i-1 || !f.apart(j) || f.t.Is(j+1, "("))
}

// collocatesLeft crosses a word that joins what belongs together, before the head
// of a law: "Trafficking in Persons Act".
func (f *finder) collocatesLeft(j int) bool {
	return f.rule.Class == schema.ClassLaw && f.rule.Place != First && f.capitalBefore(j) && f.collocates(j)
}

func (f *finder) capitalBefore(j int) bool { return j > 0 && f.t.Words[j-1].Capital() }

// opens reports whether word j opens a sentence or a phrase and is no part of a
// name, as "three" is of "Three-Year Plan" and "Second" of "the Second Decade".
func (f *finder) opens(j int) bool {
	w := f.t.Words[j]
	switch {
	case !openers[w.Fold], j+1 < len(f.t.Words) && f.t.Words[j+1].Joined:
		return false
	case nameOpeners[w.Fold] && w.Capital():
		return f.t.SentenceOf(j).First == j
	}
	return true
}

// apart reports whether punctuation parts word j from the next one.
func (f *finder) apart(j int) bool {
	return j+1 < len(f.t.Words) && f.t.Words[j+1].Shape == words.Punct && f.t.Words[j+1].Fold != "'"
}

// goesOn reports whether the name goes on behind its head, so that what "and"
// joins before it may be another name. A policy's name may do both.
func (f *finder) goesOn() bool {
	return f.rule.Class != schema.ClassPolicy && f.end < len(f.t.Words) && f.links(f.t.Words[f.end].Fold)
}

// joinsLeft allows "and", "of" and "for" between capitalised words where the
// words before them belong to the same name: "the Labour and Employment Agency".
func (f *finder) joinsLeft(j, headAt int) bool {
	w := f.t.Words[j]
	if f.rule.Place == First || f.goesOn() {
		return false
	}
	if j == 0 || w.Fold != "and" && w.Fold != "of" || !f.t.Words[j-1].Capital() || openers[f.t.Words[j-1].Fold] {
		return false
	}
	start := j - 1
	for start > 0 && f.t.Words[start-1].Capital() && !openers[f.t.Words[start-1].Fold] {
		start--
	}
	if start == 0 || !determiners[f.t.Words[start-1].Fold] {
		return false
	}
	if end := f.knownTo(start); end > 0 && end < j {
		start = end // "the Kenya Miners and Fishers Association"
	}
	for k := start; k < j; k++ {
		if f.known(k) || f.isHead(k) {
			return false
		}
	}
	return true
}

// saint reports whether word i is the full stop of "St." before a name.
func (f *finder) saint(i int) bool {
	return i > 0 && i+1 < len(f.t.Words) && f.t.Is(i, ".") && f.t.Is(i-1, "st", "ste", "sts") && f.t.Words[i-1].Capital() && f.t.Words[i+1].Capital()
}

// listLeft is where a list of capitalised words begins that "and" at word j
// ends and a determiner opens: "the Guarantee, Maintenance and Disability Fund".
// It is 0 where there is no such list.
func (f *finder) listLeft(j int) int {
	if !f.t.Is(j, "and") || f.rule.Place == First || f.goesOn() {
		return 0
	}
	commas, k := 0, j-1
	for ; k >= 0; k-- {
		w := f.t.Words[k]
		switch {
		case w.Fold == "," && f.t.Words[k+1].Capital():
			commas++
		case w.Capital() && !f.opens(k) && !f.known(k) && !f.isHead(k) && !honorifics[w.Fold]:
		default:
			if commas > 0 && determiners[w.Fold] && f.t.Words[k+1].Capital() {
				return k + 1
			}
			return 0
		}
	}
	return 0
}

// linksLeft crosses "of", "for", "of the" and the like before a law that is
// named after its subject: "Prevention of Terrorism Act". Right before the head
// they join it to something else: "the Charter and Act No. 5".
func (f *finder) linksLeft(j int) bool {
	if f.rule.Class != schema.ClassLaw || f.rule.Place == First || j == 0 || j == f.at-1 {
		return false
	}
	w, before := f.t.Words[j], j-1
	switch w.Fold {
	case "the":
		return f.t.Is(before, "of", "for", "against", "on") && f.linksLeft(before)
	case "of", "for", "against", "and", "or", "with", "on", "to":
	default:
		return false
	}
	word := f.t.Words[before]
	if !word.Capital() || openers[word.Fold] || f.t.Is(before-1, "/", "-") && word.End-word.Start <= 2 {
		return false
	}
	if w.Fold == "of" && before > 0 && divisions[f.t.Words[before-1].Fold] {
		return false // "Title VII of the Civil Rights Act"
	}
	if w.Fold == "of" {
		return true
	}
	for k := before; k >= 0 && (f.t.Words[k].Capital() || joiners[f.t.Words[k].Fold]); k-- {
		if f.isHead(k) {
			return false // another law ends or begins there
		}
	}
	return true
}

// bracketOpens is the index of the bracket that word i closes, where what
// stands in it and before it is in capitals: "Sexual Offences (Special Provisions) Act".
func (f *finder) bracketOpens(i int) int {
	for j := i - 1; j > 0 && j > i-10; j-- {
		switch {
		case f.t.Is(j, "("):
			if f.rule.Class == schema.ClassLaw && f.t.Words[j-1].Capital() && j < i-1 {
				return j
			}
			return 0
		case !f.t.Words[j].Capital() && !joiners[f.t.Words[j].Fold] && !f.t.Is(j, ","):
			return 0
		}
	}
	return 0
}

func (f *finder) isHead(i int) bool {
	for _, ref := range f.heads.Fold(f.t.Words[i].Form) {
		if _, ok := ref.head.at(f.t, i); ok && ref.rule.Class == f.rule.Class {
			return true
		}
	}
	return false
}

// trimSentenceStart gives up a first word that may be capitalised only because
// it opens the sentence and is no part of a name ("Under", "Such").
func (f *finder) trimSentenceStart(first, headAt int) int {
	for first < headAt && f.opens(first) {
		first++
	}
	return first
}
