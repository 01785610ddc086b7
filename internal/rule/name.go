package rule

import (
	"cmp"
	"slices"

	"rapporteur/internal/words"
	"rapporteur/schema"
)

type head struct{ words []words.Word }

type headRef struct {
	rule *Name
	head head
}

// Known says which words begin a name that is known without rules; names that
// rules build stop before them after "and". It may be nil.
type Known func(word int) bool

// FindNames returns the names that the name rules find in t, left to right,
// longest first where several begin or overlap.
func (s *Set) FindNames(t *words.Text, known Known) []Match {
	if known == nil {
		known = func(int) bool { return false }
	}
	var out []Match
	for i, w := range t.Words {
		for _, ref := range s.heads[w.Fold] {
			if end, ok := ref.head.at(t, i); ok {
				f := finder{t: t, rule: ref.rule, known: known, heads: s.heads, at: i, end: end}
				if m, ok := f.find(); ok {
					out = append(out, m)
				}
			}
		}
	}
	return longest(out)
}

// at reports whether the head stands at word i, and where it ends. A plural is
// another word and never a head; capitals are looked at later.
func (h head) at(t *words.Text, i int) (end int, ok bool) {
	if i+len(h.words) > len(t.Words) {
		return 0, false
	}
	for k, w := range h.words {
		if t.Words[i+k].Fold != w.Fold {
			return 0, false
		}
	}
	return i + len(h.words), true
}

// longest keeps, of matches that overlap, the longest; of equals the one whose
// head ends it, as English names do, and then the first.
func longest(ms []Match) []Match {
	slices.SortStableFunc(ms, func(a, b Match) int {
		return cmp.Or((b.End-b.First)-(a.End-a.First), (a.End-a.HeadEnd)-(b.End-b.HeadEnd))
	})
	var out []Match
	taken := make(map[int]bool) // words
	for _, m := range ms {
		free := true
		for i := m.First; i < m.End; i++ {
			free = free && !taken[i]
		}
		if !free {
			continue
		}
		for i := m.First; i < m.End; i++ {
			taken[i] = true
		}
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b Match) int { return a.First - b.First })
	return out
}

// A finder builds one name outwards from its head.
type finder struct {
	t       *words.Text
	rule    *Name
	known   Known
	heads   map[string][]headRef
	at, end int // the head
}

func (f *finder) find() (Match, bool) {
	capital := f.capitalHead()
	switch {
	case capital:
		return f.titled()
	case f.rule.Described && f.plainHead():
		if m, ok := f.described(); ok || !f.rule.LowerHead {
			return m, ok
		}
		return f.lowerHead()
	case f.rule.LowerHead:
		return f.lowerHead()
	}
	return Match{}, false
}

// capitalHead: every word of the head is capitalised as in the rule.
func (f *finder) capitalHead() bool {
	for i := f.at; i < f.end; i++ {
		if f.t.Words[i].Shape == words.Lower && !joiners[f.t.Words[i].Fold] {
			return false
		}
	}
	return true
}

func (f *finder) plainHead() bool {
	for i := f.at; i < f.end; i++ {
		if f.t.Words[i].Shape != words.Lower {
			return false
		}
	}
	return true
}

func (f *finder) titled() (Match, bool) {
	first := f.at
	if f.rule.Place != First || f.rule.Class == schema.ClassInstitution || f.rule.Class == schema.ClassPolicy {
		first = f.left(f.at)
	}
	end := f.adjacent(f.end)
	if f.rule.Place != Last {
		end = f.right(f.end)
	}
	if f.rule.Numbered {
		end = f.number(end)
	}
	if !f.rule.Alone && f.bare(first, end) {
		return Match{}, false
	}
	return f.match(first, end), true
}

// bare reports whether the words are a head and nothing else: "the Service",
// "the Optional Protocol". Of what is no agreement, a head of several words is a
// name: "the High Court".
func (f *finder) bare(first, end int) bool {
	if first == f.at && end == f.end {
		return true
	}
	if f.rule.Class != schema.ClassAgreement {
		return false
	}
	for _, ref := range f.heads[f.t.Words[first].Fold] {
		if to, ok := ref.head.at(f.t, first); ok && to == end {
			return true
		}
	}
	return false
}

func (f *finder) match(first, end int) Match {
	return Match{
		Rule: f.rule.ID, Class: f.rule.Class, Kind: f.rule.Kind, First: first, End: end, Head: f.t.Words[f.end-1].Fold, HeadAt: f.at, HeadEnd: f.end,
		Name: f.t.Quote(first, end), National: !f.rule.International,
	}
}

// left goes back over the capitalised words before i: "State Migration" of
// "State Migration Service". It stops at punctuation and at words that open a
// sentence or a phrase.
func (f *finder) left(i int) int {
	first := i
	for j := i - 1; j >= 0; j-- {
		w := f.t.Words[j]
		switch {
		case (w.Capital() || w.Joined && w.Shape == words.Lower) && !f.opens(j) && (j == i-1 || !f.apart(j) || f.t.Is(j+1, "(")):
			first = j
		case f.possessive(j) && j > 0 && !f.opens(j-1):
			first = j // "Prosecutor General's Office", "Children's Act"
		case w.Fold == ")" && f.bracketOpens(j) > 0:
			j = f.bracketOpens(j)
		case f.listLeft(j) > 0:
			j = f.listLeft(j)
			first = j
		case f.joinsLeft(j, i), f.linksLeft(j), f.rule.Class == schema.ClassLaw && f.rule.Place != First && j > 0 && f.t.Words[j-1].Capital() && f.collocates(j), particles[w.Fold] && j > 0 && f.t.Words[j-1].Capital():
		default:
			return f.trimSentenceStart(first, i)
		}
	}
	return f.trimSentenceStart(first, i)
}

// opens reports whether word j opens a sentence or a phrase and is no part of a
// name, as "three" is of "Three-Year Plan".
func (f *finder) opens(j int) bool {
	return openers[f.t.Words[j].Fold] && !(j+1 < len(f.t.Words) && f.t.Words[j+1].Joined)
}

// apart reports whether punctuation parts word j from the next one.
func (f *finder) apart(j int) bool {
	return j+1 < len(f.t.Words) && f.t.Words[j+1].Shape == words.Punct
}

// joinsLeft allows "and", "of" and "for" between capitalised words where the
// words before them belong to the same name: "the Labour and Employment Agency".
func (f *finder) joinsLeft(j, headAt int) bool {
	w := f.t.Words[j]
	if f.rule.Place == First || f.end < len(f.t.Words) && f.links(f.t.Words[f.end].Fold) {
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
	for k := start; k < j; k++ {
		if f.known(k) || f.isHead(k) {
			return false
		}
	}
	return true
}

// listLeft is where a list of capitalised words begins that "and" at word j
// ends and a determiner opens: "the Guarantee, Maintenance and Disability Fund".
// It is 0 where there is no such list.
func (f *finder) listLeft(j int) int {
	if !f.t.Is(j, "and") || f.rule.Place == First || f.end < len(f.t.Words) && f.links(f.t.Words[f.end].Fold) {
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
// named after its subject: "Prevention of Terrorism Act".
func (f *finder) linksLeft(j int) bool {
	if f.rule.Class != schema.ClassLaw || f.rule.Place == First || j == 0 {
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
	if !f.t.Words[before].Capital() || openers[f.t.Words[before].Fold] {
		return false
	}
	for k := before; k >= 0 && f.t.Words[k].Capital(); k-- {
		if f.isHead(k) && k+1 <= before && w.Fold != "of" || f.isHead(k) && w.Fold == "and" {
			return false // another law ends there
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
	for _, ref := range f.heads[f.t.Words[i].Fold] {
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

// adjacent takes capitalised words that follow the head at once: "Centre Memorial".
func (f *finder) adjacent(end int) int {
	if f.rule.Kind != "centre" {
		return end
	}
	for end < len(f.t.Words) && f.t.Words[end].Capital() && !f.known(end) && !f.isHead(end) {
		end++
	}
	return end
}

// right goes on from the head over words that join titles, as long as a
// capitalised word follows them.
func (f *finder) right(end int) int {
	end = f.adjacent(end)
	for end < len(f.t.Words) {
		next := f.step(end)
		if next == end {
			return end
		}
		end = next
	}
	return end
}

func (f *finder) step(i int) int {
	w := f.t.Words[i]
	switch {
	case w.Capital() && (f.t.Is(i, "no", "nos") || f.t.Is(i, monthNames...)):
		return i
	case w.Capital():
		if f.rule.Class == schema.ClassInstitution && i > f.end && f.known(i) && f.t.Words[i-1].Capital() {
			return i
		}
		return i + 1
	case f.possessive(i) && i+1 < len(f.t.Words) && f.t.Words[i+1].Capital() && i > f.end:
		return i + 2
	case w.Joined && w.Shape == words.Lower && i > f.end:
		return i + 1 // "School-age Mothers"
	case w.Fold == "and" && i > f.end:
		return f.stepAnd(i)
	case w.Fold == ",":
		return f.stepList(i)
	case f.rule.Title && i == f.end && !opensTitle(w.Fold):
		return i
	case f.links(w.Fold) || f.collocates(i):
		return f.stepLink(i)
	}
	return i
}

// possessive reports whether word i is a possessive ending within a name. The
// State, its organs and bodies own names but are no part of them.
func (f *finder) possessive(i int) bool {
	if i == 0 || i >= len(f.t.Words) || f.t.Words[i].Fold != "'s" && f.t.Words[i].Fold != "'" || f.t.Words[i].Start != f.t.Words[i-1].End {
		return false
	}
	owner := f.t.Words[i-1]
	return owner.Capital() && !owners[owner.Fold] && !f.known(i-1)
}

// collocates reports whether word i joins what belongs together in any name:
// "Persons with Disabilities", "Trafficking in Persons", "Agency to Combat …".
func (f *finder) collocates(i int) bool {
	if i == 0 || i+1 >= len(f.t.Words) {
		return false
	}
	switch f.t.Words[i].Fold {
	case "with":
		return f.t.Is(i-1, "persons", "people", "children", "women", "men", "cooperation", "relations", "living")
	case "in":
		return f.t.Is(i-1, "trafficking", "traffic", "persons", "women", "children", "education", "training") && !f.known(i+1)
	case "to":
		return f.t.Is(i+1, "combat", "prevent", "support", "eliminate", "promote", "protect", "reduce", "strengthen", "improve", "address", "end", "counter", "fight")
	case "through", "into", "by":
		return f.rule.Class == schema.ClassPolicy && i > f.end+1
	}
	return false
}

// links are the words that may go on with a name of the rule's class.
func (f *finder) links(w string) bool {
	switch w {
	case "of", "for", "on", "against":
		return true
	case "to":
		return f.rule.Title || f.end > 0 && f.t.Is(f.end-1, "support", "access", "response", "assistance") || f.supports()
	case "in":
		return f.rule.Title || f.rule.Kind == "centre"
	case "with", "by", "from", "relating", "concerning", "regarding", "between", "towards", "through", "as", "at", "among", "other", "under":
		return f.rule.Title
	}
	return false
}

// opensTitle reports whether w may follow the head at once: "Convention on …"
// is a title, "the Convention in …" a short form with the sentence around it.
func opensTitle(w string) bool {
	switch w {
	case "of", "for", "on", "against", "relating", "concerning", "regarding", "between", "and":
		return true
	}
	return false
}

// supports reports whether the name holds a word that takes "to".
func (f *finder) supports() bool {
	for i := f.end; i < len(f.t.Words) && i < f.end+4; i++ {
		switch f.t.Words[i].Fold {
		case "support", "assistance", "access", "aid":
			return f.t.Words[i].Capital()
		}
	}
	return false
}

// stepLink crosses up to three joining words to the next capitalised one.
func (f *finder) stepLink(i int) int {
	for j := i + 1; j < len(f.t.Words) && j <= i+4; j++ {
		w := f.t.Words[j]
		switch {
		case w.Capital() && (honorifics[w.Fold] || f.t.Is(j, monthNames...) || f.rule.Kind == "centre" && f.t.Is(i, "in") && (i == f.end || f.known(j))):
			return i
		case w.Capital():
			return j + 1
		case w.Shape == words.Number && f.rule.Title && f.t.Is(j+1, monthNames...) && f.t.Is(i, "of"):
			return min(j+3, len(f.t.Words)) // "of 18 November 2010"
		case joiners[w.Fold] || f.rule.Title && f.links(w.Fold):
		default:
			return i
		}
	}
	return i
}

func (f *finder) stepAnd(i int) int {
	j := i + 1
	for f.rule.Title && f.t.Is(j, "other", "their", "its", "of", "the") && j < i+3 {
		j++
	}
	if j >= len(f.t.Words) {
		return i
	}
	w := f.t.Words[j]
	if !w.Capital() || f.known(j) || f.isHead(j) || f.anyHead(j) || f.headAhead(j) || honorifics[w.Fold] || isAcronym(f.t, j) {
		return i
	}
	return j + 1
}

// anyHead reports whether a head of another class stands at word i and begins a
// name of its own: "… and Act No. 12".
func (f *finder) anyHead(i int) bool {
	for _, ref := range f.heads[f.t.Words[i].Fold] {
		if end, ok := ref.head.at(f.t, i); ok && ref.rule.Class != f.rule.Class && ref.rule.Place != Last && f.t.Is(end, "no", "of", "on") {
			return true
		}
	}
	return false
}

// headAhead reports whether the capitalised words from i end in a head of the
// same class, and so are a name of their own: "… and State Migration Service".
func (f *finder) headAhead(i int) bool {
	for ; i < len(f.t.Words) && f.t.Words[i].Capital(); i++ {
		if f.isHead(i) {
			return true
		}
	}
	return false
}

// stepList crosses a comma in a list of capitalised words that ends in "and":
// "Ministry of Labour, Health and Social Protection".
func (f *finder) stepList(i int) int {
	for j := i + 1; j < len(f.t.Words) && j < i+16; j++ {
		w := f.t.Words[j]
		switch {
		case w.Fold == "and" && j > i+1:
			if f.stepAnd(j) > j {
				return j
			}
			return i
		case w.Capital() && !f.known(j) && !f.isHead(j) && !honorifics[w.Fold] && (w.Shape == words.Title || w.End-w.Start == 1):
		case w.Fold == "," && j > i+1:
		case w.Fold == "the" || w.Fold == "of":
			if j == i+1 {
				return i
			}
		default:
			return i
		}
	}
	return i
}

// isAcronym: "UNHCR", "NGOs".
func isAcronym(t *words.Text, i int) bool {
	w := t.Words[i]
	return w.Shape == words.Upper && w.End-w.Start > 1 || w.End-w.Start > 1 && t.Raw[w.Start+1] >= 'A' && t.Raw[w.Start+1] <= 'Z'
}
