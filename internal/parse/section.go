package parse

import (
	"strings"

	"rapporteur/internal/record"
)

// Bounds of a heading in bytes: with its symbols, and without.
const (
	maxHeading   = 1200
	maxTitleText = 350
)

// isHeading reports whether an unnumbered block that no speaker opens is a
// heading. Paragraphs end with a full stop and headings do not; where a page
// break cut a paragraph off (open), only what is marked as a heading is one.
// "(a) Social development" is one right below another.
func (p *parser) isHeading(b *block, open, stacked bool) bool {
	if b.text == "" || len(b.text) > maxHeading || startsLower(b.text) || b.quoted {
		return false
	}
	if p.agenda[titleKey(b.text)] || b.marked || isSubheading(b.text) {
		return true
	}
	if title := titleText(b.text); isItem(b.text) && !(isItem(title) && allUpper(title[3:])) {
		return stacked && !ends(title) && !strings.HasSuffix(title, ";")
	}
	if ends(b.text) {
		return allUpper(titleText(b.text)) && len(b.text) > 12
	}
	if open {
		return allUpper(b.text) && strings.Contains(b.text, " ")
	}
	return len(titleText(b.text)) <= maxTitleText && !holdsSentence(b.text)
}

// minSentences is what a text must have in bytes to be taken for two sentences.
const minSentences = 150

// holdsSentence reports whether a sentence ends within a long text: it is a
// paragraph, then, whose end is lost.
func holdsSentence(text string) bool {
	if len(text) < minSentences {
		return false
	}
	for i := 0; i < len(text)-2; i++ {
		if text[i] == '.' && text[i+1] == ' ' && text[i+2] >= 'A' && text[i+2] <= 'Z' {
			if word := lastWord(text[:i]); startsLower(word) && len(word) > 1 && !shortened[word] {
				return true
			}
		}
	}
	return false
}

// shortened are the words in small letters that take a full stop of their own.
var shortened = words(`art arts para paras vol pp chap sect cf ff vs al ed`)

// titleText is a title without what stands in brackets at its end.
func titleText(text string) string {
	title, _ := cutDocuments(text)
	for strings.HasSuffix(title, ")") {
		at := strings.LastIndexByte(title, '(')
		if at < 0 {
			break
		}
		title = strings.TrimSpace(title[:at])
	}
	return title
}

// subheadings are the words that begin a heading within the consideration of one
// report, before a number.
var subheadings = words(`article articles question questions paragraph paragraphs chapter section part cluster annex`)

// isSubheading recognises "Articles 7 to 9", "Question 12 (continued)", "Chapter
// II: …".
func isSubheading(text string) bool {
	if len(text) > 200 || ends(text) {
		return false
	}
	first, rest, ok := strings.Cut(text, " ")
	if !ok || !subheadings[strings.ToLower(first)] || rest == "" {
		return false
	}
	c := rest[0]
	return c >= '0' && c <= '9' || strings.IndexByte("IVXLABCDE", c) >= 0
}

// isReport recognises the heading of a State's report: "Combined fifth and sixth
// periodic reports of Norway".
func isReport(k string) bool {
	return containsAny(k, "reportof", "reportsof", "reportconcerning") &&
		(containsAny(k, "periodic", "initial", "combined", "consolidated", "supplementary") || ordinalStarts(k))
}

// ordinalStarts reports whether a key starts with an ordinal in words.
func ordinalStarts(k string) bool {
	return hasAnyPrefix(k, unitOrdinals[1:]...) || hasAnyPrefix(k, tens[2:]...) || hasAnyPrefix(k, tenOrdinals[2:]...)
}

// inBrackets reports whether the last heading goes on: a bracket is open in it.
func (p *parser) inBrackets() bool {
	n := len(p.rec.Sections)
	return n > 0 && isOpen(p.rec.Sections[n-1].Title) && len(p.rec.Sections[n-1].Title) < maxHeading
}

// addSection opens a section and reports whether it ends an intervention: a
// sub-heading within a report does not.
//
// Level 0 is an item of the agenda. A State's report, and what the contents do
// not list, stands below it; "Articles 7 to 9" stands below that. Without
// contents the first of two headings in a row is the item.
func (p *parser) addSection(b *block, stacked bool) bool {
	title, documents := cutDocuments(b.text)
	if n := len(p.rec.Sections); stacked && n > 0 && continues(p.rec.Sections[n-1].Title, b.text) && !p.agenda[titleKey(b.text)] {
		s := &p.rec.Sections[n-1]
		title, documents = cutDocuments(s.Title + " " + b.text)
		s.Title = title
		s.Documents = append(s.Documents, documents...)
		return true
	}
	sub := isSubheading(b.text)
	p.rec.Sections = append(p.rec.Sections, record.Section{
		Title:     title,
		Documents: documents,
		Level:     p.level(b, sub, stacked),
		Line:      p.lines[b.lines[0]].Number,
	})
	return !sub
}

// level ranks a heading among those before it.
func (p *parser) level(b *block, sub, stacked bool) int {
	k := titleKey(b.text)
	switch {
	case len(p.rec.Sections) == 0:
		return 0
	case sub:
		return p.lastLevel() + 1
	case isReport(k), isItem(b.text):
		return min(p.lastLevel()+1, 1)
	case p.agenda[k]:
		return 0
	case len(p.agenda) > 0:
		return 1
	case stacked:
		return p.rec.Sections[len(p.rec.Sections)-1].Level + 1
	}
	return 0
}

// lastLevel is the level of the last section that is no sub-heading.
func (p *parser) lastLevel() int {
	for i := len(p.rec.Sections) - 1; i >= 0; i-- {
		if s := p.rec.Sections[i]; !isSubheading(s.Title) {
			return s.Level
		}
	}
	return 0
}
