package parse

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"rapporteur/internal/reader/line"
	"rapporteur/internal/record"
)

// ErrNoNumber says that a text is a corrigendum whose symbol does not tell which
// one: it must not be taken for the record that it corrects.
var ErrNoNumber = errors.New("a corrigendum without a symbol of its own, such as CMW/C/SR.464/Corr.1")

// A corrigendum is a record of its own: it has the masthead of the record that
// it corrects and, in the place of minutes, what is to be changed. A line that
// says where ("Paragraph 12, second sentence") is a section, what follows is a
// paragraph under it.

// seenCorrigendum is a corrigendum's word for itself.
const seenCorrigendum = "corrigendum"

// corrigendumHead is how many lines the masthead of a corrigendum has at most.
const corrigendumHead = 60

// corrigendumAt finds the line with which a corrigendum's text begins, -1 for a
// record that is none.
func (p *parser) corrigendumAt() int {
	for i := range p.lines[:min(len(p.lines), corrigendumHead)] {
		if strings.EqualFold(strings.TrimRight(p.lines[i].Text, "*. "), "corrigendum") {
			return i
		}
	}
	return -1
}

// isCorrection reports whether a symbol is that of a corrigendum.
func isCorrection(symbol string) bool {
	_, kind := SplitAddition(symbol)
	return kind == "Corr"
}

// SplitAddition parts a symbol from what was added to it last: the symbol before
// it and "Add", "Corr" or "Rev"; "" and "" for a symbol without addition.
func SplitAddition(symbol string) (original, kind string) {
	at := additionAt(symbol)
	if at < 0 {
		return "", ""
	}
	kind, _, _ = strings.Cut(symbol[at+1:], ".")
	return symbol[:at], kind
}

// placeRE matches the line that says where a correction goes.
var placeRE = regexp.MustCompile(`^(?:(\d{1,2})\.\s*)?(?i:paragraphs?|paras?\.|page|pages|heading|headings|title|cover page|footnote|contents|annex|opening|masthead)\b`)

// maxPlace bounds such a line, in bytes.
const maxPlace = 120

// readCorrections reads the body of a corrigendum.
func (p *parser) readCorrections(r lineRange) {
	section, open := -1, false
	for i := r.from; i < r.to; i++ {
		if !p.free(i) {
			continue
		}
		text := cutMarks(p.lines[i].Text)
		place := placeRE.MatchString(text)
		_, unnumbered := cutNumber(text)
		switch {
		case place && len(text) <= maxPlace && !ends(text):
			p.claim(i, "heading")
			p.rec.Sections = append(p.rec.Sections, record.Section{Title: unnumbered, Line: p.lines[i].Number})
			section, open = len(p.rec.Sections)-1, false
		case open && !place && section >= 0:
			p.claim(i, "paragraph")
			last := &p.rec.Paragraphs[len(p.rec.Paragraphs)-1]
			last.Text = line.Join(last.Text, text)
		default:
			p.claim(i, "paragraph")
			p.rec.Paragraphs = append(p.rec.Paragraphs, record.Paragraph{
				Number: len(p.rec.Paragraphs) + 1, NumberFrom: record.Restored, Section: section, Text: unnumbered, Intervention: -1, Line: p.lines[i].Number,
			})
			open = true
		}
	}
	p.evidence[seenCorrigendum] = true
}

// A Correction says which paragraph of a record a paragraph of its corrigendum
// corrects.
type Correction struct {
	Paragraph int // index into Record.Paragraphs of the corrigendum
	Corrected int // number of a paragraph of the record
}

// correctedRE finds the number in "Paragraph 12, second sentence".
var correctedRE = regexp.MustCompile(`^(?i:paragraph|para\.)\s(\d{1,3})\b`)

// Corrections lists what a corrigendum corrects, as far as it says by number.
func Corrections(r *record.Record) []Correction {
	if !isCorrection(r.Header.Symbol) {
		return nil
	}
	var out []Correction
	for i, p := range r.Paragraphs {
		m := correctedRE.FindStringSubmatch(p.Text)
		if m == nil && p.Section >= 0 {
			m = correctedRE.FindStringSubmatch(r.Sections[p.Section].Title)
		}
		if m == nil {
			continue
		}
		if n, err := strconv.Atoi(m[1]); err == nil && n > 0 {
			out = append(out, Correction{Paragraph: i, Corrected: n})
		}
	}
	return out
}
