package extract

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// An articleList reads the articles of one phrase: "14 (3) (d), 15 and 17 to 19",
// "2, paragraph 1, and 26", "4 (a) and (b)".
type articleList struct {
	text   string
	at     int  // bytes read
	many   bool // the word for them is in the plural
	found  []article
	ranged bool // "to" stands before what comes next
}

// An article is its number and what is cited of it: "14", "3", "d".
type article struct {
	number string
	parts  []string
}

func (a article) String() string {
	out := a.number
	for _, p := range a.parts {
		out += " (" + p + ")"
	}
	return out
}

var (
	articleNumber = regexp.MustCompile(`^[0-9]+[A-Z]?(?: ?(?:bis|ter|quater)\b)?(?:-[0-9]+\b)?`)
	romanNumber   = regexp.MustCompile(`^[IVXL]+\b`)
	articlePart   = regexp.MustCompile(`^ ?\(([0-9]{1,3}|[a-z]{1,4})\)`)
	numberSpan    = regexp.MustCompile(`^([0-9]+) ?[-–] ?([0-9]+)\b`)
	paragraphWord = regexp.MustCompile(`^,? para(?:graph|\.)?(s)?\.? `)
	paragraphNext = regexp.MustCompile(`^(,| and| or| to|[-–]) ?[0-9]`)
	listJoint     = regexp.MustCompile(`^(?:,? and |,? or |, | to )`)
)

// maxRange bounds what "articles 1 to 40" may be unfolded to.
const maxRange = 100

// readArticles reads the articles that text begins with, and how many bytes
// they take.
func readArticles(text string, many bool) (numbers []string, size int) {
	l := &articleList{text: text, many: many}
	if !l.article() {
		return nil, 0
	}
	for l.next() {
	}
	for _, a := range l.found {
		numbers = append(numbers, a.String())
	}
	return numbers, l.at
}

func (l *articleList) rest() string { return l.text[l.at:] }

// next reads what is joined to the articles so far.
func (l *articleList) next() bool {
	from := l.at
	joint := listJoint.FindString(l.rest())
	if joint == "" {
		return false
	}
	l.at += len(joint)
	l.ranged = joint == " to "
	if l.part() || l.article() {
		return true
	}
	l.at = from
	return false
}

// article reads a number with its parts and paragraphs.
func (l *articleList) article() bool {
	if m := numberSpan.FindStringSubmatch(l.rest()); m != nil && l.many && len(between(m[1], m[2])) < maxRange && less(m[1], m[2]) {
		l.at += len(m[0])
		for _, n := range slices.Concat([]string{m[1]}, between(m[1], m[2]), []string{m[2]}) {
			l.found = append(l.found, article{number: n})
		}
		return true
	}
	number := articleNumber.FindString(l.rest())
	if number == "" {
		number = romanNumber.FindString(l.rest())
	}
	if number == "" {
		return false
	}
	l.at += len(number)
	a := article{number: strings.Join(strings.Fields(number), " ")}
	if last := len(l.found) - 1; l.ranged && last >= 0 {
		for _, n := range between(l.found[last].number, a.number) {
			l.found = append(l.found, article{number: n})
		}
	}
	a.parts = l.parts()
	l.paragraphs(a)
	return true
}

// parts reads "(3) (d)".
func (l *articleList) parts() []string {
	var out []string
	for {
		m := articlePart.FindStringSubmatch(l.rest())
		if m == nil {
			return out
		}
		l.at += len(m[0])
		out = append(out, m[1])
	}
}

// paragraphs adds the article once for each paragraph that is cited of it:
// ", paragraphs 1 and 3 (d)," or once if none is.
func (l *articleList) paragraphs(a article) {
	m := paragraphWord.FindStringSubmatch(l.rest())
	if m == nil || !startsWithDigit(l.rest()[len(m[0]):]) {
		l.found = append(l.found, a)
		return
	}
	l.at += len(m[0])
	for {
		number := digits(l.rest())
		l.at += len(number)
		l.found = append(l.found, article{number: a.number, parts: append(slices.Concat(a.parts, []string{number}), l.parts()...)})
		joint := paragraphNext.FindStringSubmatch(l.rest())
		last := strings.TrimSpace(lastOf(joint))
		if joint == nil || m[1] == "" {
			break
		}
		l.at += len(joint[0]) - 1
		if last == "to" || last == "-" || last == "–" {
			for _, n := range between(number, digits(l.rest())) {
				l.found = append(l.found, article{number: a.number, parts: slices.Concat(a.parts, []string{n})})
			}
		}
	}
	if strings.HasPrefix(l.rest(), ",") && !listJoint.MatchString(l.rest()) {
		l.at++
	}
}

func lastOf(s []string) string {
	if len(s) == 0 {
		return ""
	}
	return s[len(s)-1]
}

// part reads "(b)" or, behind "to", all letters up to it, of the article read last.
func (l *articleList) part() bool {
	last := l.found[len(l.found)-1]
	parts := l.parts()
	if len(parts) == 0 || len(last.parts) == 0 {
		return false
	}
	level := len(last.parts) - 1
	for level > 0 && kindOf(last.parts[level], parts[0]) != kindOf(parts[0], last.parts[level]) {
		level--
	}
	before := last.parts[:level]
	if from, to := last.parts[level], parts[0]; l.ranged && len(from) == 1 && len(to) == 1 {
		for c := from[0] + 1; c < to[0]; c++ {
			l.found = append(l.found, article{last.number, slices.Concat(before, []string{string(c)})})
		}
	}
	l.found = append(l.found, article{last.number, slices.Concat(before, parts)})
	return true
}

// kindOf tells figures, letters and small Roman numerals apart; "i" beside "h"
// is a letter.
func kindOf(part, beside string) string {
	switch {
	case startsWithDigit(part):
		return "figure"
	case strings.Trim(part, "ivx") == "" && (beside == "" || strings.Trim(beside, "ivx") == ""):
		return "numeral"
	case len(part) > 1 && strings.Trim(part, "ivx") == "":
		return "numeral"
	}
	return "letter"
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func digits(s string) string {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return s[:n]
}

func less(a, b string) bool {
	x, err1 := strconv.Atoi(a)
	y, err2 := strconv.Atoi(b)
	return err1 == nil && err2 == nil && x < y
}

// between are the numbers strictly between two plain ones.
func between(from, to string) []string {
	a, err1 := strconv.Atoi(from)
	b, err2 := strconv.Atoi(to)
	if err1 != nil || err2 != nil || b-a > maxRange {
		return nil
	}
	var out []string
	for n := a + 1; n < b; n++ {
		out = append(out, strconv.Itoa(n))
	}
	return out
}
