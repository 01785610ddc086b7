package rule

import (
	"rapporteur/internal/words"
	"rapporteur/schema"
)

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

// longestName bounds a name on either side of its head, in words, so that no
// text can make it cost more than its length.
const longestName = 60

// right goes on from the head over words that join titles, as long as a
// capitalised word follows them.
func (f *finder) right(end int) int {
	end = f.adjacent(end)
	for end < len(f.t.Words) && end-f.end < longestName {
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
	case w.Capital():
		if f.endsBefore(i) {
			return i
		}
		return i + 1
	case f.possessive(i) && i+1 < len(f.t.Words) && f.t.Words[i+1].Capital() && i > f.end:
		return i + 2
	case w.Joined && w.Shape == words.Lower && i > f.end:
		return i + 1 // "School-age Mothers"
	case f.saint(i):
		return i + 2
	case w.Fold == "and" && i > f.end:
		return f.stepAnd(i)
	case w.Fold == ",":
		return f.stepList(i)
	case f.rule.Title && i == f.end && !opensTitle(w.Fold):
		return i
	case f.chargeLink(i) > i:
		return f.stepFrom(i, f.chargeLink(i))
	case f.links(w.Fold) || f.collocates(i):
		return f.stepLink(i)
	}
	return i
}

// endsBefore reports whether a name ends before the capitalised word i.
func (f *finder) endsBefore(i int) bool {
	w := f.t.Words[i]
	if f.t.Is(i, "no", "nos") || f.month(i) || roles[w.Fold] || gatherings[w.Fold] {
		return true
	}
	return f.rule.Class == schema.ClassInstitution && i > f.end && f.known(i) && f.t.Words[i-1].Capital() && !w.Joined
}

// chargeLink is the last word of what joins a ministry to its field at word i, "in
// charge of" or "responsible for"; i where nothing of the kind stands there.
func (f *finder) chargeLink(i int) int {
	switch {
	case f.rule.Kind != "ministry" || i != f.end:
		return i
	case f.t.Is(i, "in") && f.t.Is(i+1, "charge") && f.t.Is(i+2, "of"):
		return i + 2
	case f.t.Is(i, "responsible") && f.t.Is(i+1, "for"):
		return i + 1
	}
	return i
}

// stepFrom crosses the link at word link, or stays at i where no name follows it.
func (f *finder) stepFrom(i, link int) int {
	if end := f.stepLink(link); end > link {
		return end
	}
	return i
}

// stepLink crosses up to three joining words to the next capitalised one.
func (f *finder) stepLink(i int) int {
	for j := i + 1; j < len(f.t.Words) && j <= i+4; j++ {
		w := f.t.Words[j]
		switch {
		case w.Capital() && (honorifics[w.Fold] || f.month(j) || f.rule.Kind == "centre" && f.t.Is(i, "in") && (i == f.end || f.known(j))):
			return i
		case w.Capital():
			return j + 1
		case w.Shape == words.Number && f.rule.Title && f.month(j+1) && f.t.Is(i, "of"):
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
	for (f.rule.Title || f.listed(i)) && f.t.Is(j, "other", "their", "its", "of", "the") && j < i+3 {
		j++
	}
	if j >= len(f.t.Words) || f.t.Is(j-1, "its") && f.t.Is(j, "optional", "additional", "protocol", "protocols") {
		return i // "and its Optional Protocol" is another instrument
	}
	w := f.t.Words[j]
	if !w.Capital() || f.known(j) || f.isHead(j) || f.anyHead(j) || f.headAhead(j) || honorifics[w.Fold] || roles[w.Fold] || isAcronym(f.t, j) {
		return i
	}
	return j + 1
}

// anyHead reports whether a head of another class stands at word i and begins a
// name of its own: "… and Act No. 12".
func (f *finder) anyHead(i int) bool {
	for _, ref := range f.heads.Fold(f.t.Words[i].Form) {
		if end, ok := ref.head.at(f.t, i); ok && ref.rule.Class != f.rule.Class && ref.rule.Place != Last && f.t.Is(end, "no", "of", "on") {
			return true
		}
	}
	return false
}

// listed reports whether the name is a list already when it comes to word i:
// "Ministry of Labour, Social Affairs and the Family".
func (f *finder) listed(i int) bool {
	for k := i - 1; k > f.end; k-- {
		if f.t.Is(k, ",") {
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
