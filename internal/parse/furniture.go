package parse

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxFurniture bounds page furniture, in bytes.
const maxFurniture = 120

// pageMarks match what stands at the edges of pages: job numbers ("GE.21-14135
// 5", "4/8 15-12345"), page numbers, barcodes, rules, "/…" and the name that legacy records
// repeat in brackets at the top of a page. Each by itself gives a line up sooner
// than all of them as one expression do.
var pageMarks = expressions(
	`^(?:\d{1,3}(?:/\d{1,3})? )?GE\.?\s?\d{2}-\d{4,5}.*$`,
	`^(?:\d{1,3}(?:/\d{1,3})? )?\d{2}-\d{5}(?: \d{1,3}(?:/\d{1,3})?| \d{4}[a-z])?(?: ?\(E\).*)?$`,
	`^\*\d{7,}\*$`,
	`^-? ?\d{1,3} ?-?$`,
	`^\d{1,3}/\d{1,3}$`,
	`^(?i:(?:english )?page \d{1,3})$`,
	`^(?:/\s?(?:\.\.\.|…)|\[(?:\.\.\.|…)\])$`, // also where an extract leaves something out
	`^[_\-–—=*~#. ]{2,}$`,
	`^\*$`,
	`^\((?:Mr|Ms|Mrs|Miss|The Chair|The CHAIR)[^()]{0,60}\)$`,
	`^(?i:please recycle).*$`,
	`^(?i:litho in united nations).*$`,
	`^\[\^?\w{1,3}\]:.*$`,
	`^[^|]+\|\|.*$`, // the menu of a web page
	`^(?:\w )?Follow UNISPAL\b.*$`,
	`^(?i:convention abbreviation:).*$`,
	`^(?i:symbole?:).*$`,
)

func expressions(list ...string) []*regexp.Regexp {
	out := make([]*regexp.Regexp, len(list))
	for i, e := range list {
		out[i] = regexp.MustCompile(e)
	}
	return out
}

// notices are the keys that begin the correction notice and its sentences.
var notices = []string{
	"thisrecordissubjecttocorrection", "thisrecordcontains", "correctionsshouldbe", "correctionstothisrecord", "correctionswillbeissued", "theyshouldbes",
	"anycorrectedrecord", "anycorrections", "correctedrecordswillbe", "incorporatedinacopyoftherecord",
}

// claimFurniture takes whatever is no part of the minutes, wherever it stands:
// page furniture, footnotes and the correction notice.
func (p *parser) claimFurniture() {
	for i := 0; i < len(p.lines); i++ {
		if !p.free(i) {
			continue
		}
		text := p.lines[i].Text
		switch {
		case isPageMark(text):
			p.claim(i, "page")
		case isFootnote(text):
			i = p.claimNote(i, "footnote")
		case isNotice(text):
			i = p.claimNote(i, "notice")
		}
	}
}

// claimNote takes a note and its further lines, and returns the last one taken. Of a
// line to which something else is glued it cuts the note off.
func (p *parser) claimNote(i int, rule string) int {
	if tail := behindNotice(p.lines[i].Text); tail != "" {
		p.lines[i].Text, p.lines[i].Emphasis = tail, nil
		return i
	}
	p.claim(i, rule)
	return p.claimRest(i, rule)
}

// claimRest takes the further lines of a note in hard-wrapped text and returns
// the last one taken.
func (p *parser) claimRest(i int, rule string) int {
	if !p.layout.wrapped {
		return i
	}
	for j := i + 1; j < len(p.lines) && p.free(j); j++ {
		text := p.lines[j].Text
		if rule == "footnote" && ends(p.lines[j-1].Text) || isPageMark(text) || isFootnote(text) {
			break
		}
		p.claim(j, rule)
		i = j
	}
	return i
}

// jobRE matches the job number that ends a notice, its language and dates.
var jobRE = regexp.MustCompile(`GE\.\d{2}-\d{4,5}\s*\([EFRSAC]\)(?:\s*\d{6})*\s*`)

// behindNotice returns what a conversion glued to the end of a notice: the first
// line of the masthead, or an entry of the contents.
func behindNotice(text string) string {
	m := jobRE.FindStringIndex(text)
	if m == nil {
		return ""
	}
	return text[m[1]:]
}

// isPageMark reports whether a line stands at the edge of a page.
func isPageMark(text string) bool {
	if len(text) > maxFurniture || !mayBePageMark(text) {
		return false
	}
	return slices.ContainsFunc(pageMarks, func(e *regexp.Regexp) bool { return e.MatchString(text) })
}

// markWords begin the lines of pageMarks that begin with a letter, in lower case.
var markWords = []string{"ge", "page ", "english page ", "please recycle", "litho in ", "convention abbr", "symbol"}

// mayBePageMark spares headings and numbered paragraphs the expressions.
func mayBePageMark(text string) bool {
	switch c := text[0]; {
	case c >= 0x80, strings.IndexByte("*-/([_=~#.", c) >= 0:
		return true
	case c >= '0' && c <= '9': // a full stop follows the number of a paragraph
		rest := strings.TrimLeft(text, "0123456789")
		if rest == "" || strings.IndexByte("/- ", rest[0]) >= 0 {
			return true
		}
	case strings.IndexByte("GLlPpEeCcSsFQg", c) < 0:
		return false
	case hasAnyPrefix(strings.ToLower(text[:min(len(text), 16)]), markWords...):
		return true
	}
	return strings.Contains(text, "||") || strings.Contains(text, "UNISPAL")
}

// isFootnote reports whether a line is a note under the text: "* No summary
// record …", "1/ See …". A bullet before a numbered paragraph is none.
func isFootnote(text string) bool {
	if rest := strings.TrimLeft(text, "*"); len(rest) < len(text) {
		rest = strings.TrimSpace(rest)
		number, _ := cutNumber(rest)
		return rest != "" && number == 0
	}
	at := 0
	for at < len(text) && text[at] >= '0' && text[at] <= '9' {
		at++
	}
	if at == 0 || at > 2 {
		return isRaised(text)
	}
	rest := text[at:]
	if hasAnyPrefix(rest, "/ ") {
		return true
	}
	rest, spaced := strings.CutPrefix(rest, " ")
	return spaced && hasAnyPrefix(rest, "See ", "Ibid", "Available at", "Official Records", "Idem", "Op. cit", "http", "United Nations, Treaty Series", "A/RES/", "A/CONF", "A/HRC/")
}

// isRaised reports whether text starts with a raised figure.
func isRaised(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune(raised, r)
}

// isNotice reports whether a line begins or continues the correction notice.
func isNotice(text string) bool {
	c := text[0] | 0x20
	return (c == 't' || c == 'c' || c == 'a' || c == 'i') && hasAnyPrefix(key(text[:min(len(text), 80)]), notices...)
}
