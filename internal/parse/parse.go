// Package parse makes a record of the lines of a document.
//
// A summary record has four parts: masthead, contents, body and closing. The
// opening line ("The meeting was called to order at …") and the closing line
// ("The meeting rose at …") divide them. Within each part small rules claim
// lines, one rule a concern and a file a concern; what no rule claims becomes
// the record's residue, so nothing is lost silently.
//
// Paragraph numbers are never invented: printed ones are checked against each
// other (a quotation may carry numbers of its own) and lost ones follow from
// their neighbours. See chain.go.
//
// Who speaks is read from the words that open a paragraph. A paragraph that
// names nobody goes on with the intervention before it, unless it is procedural
// ("It was so decided."). An agenda heading, a suspension and a procedural
// paragraph end an intervention; a sub-heading ("Articles 7 to 9") does not, and a
// decision only interrupts it.
package parse

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/internal/reader"
	"rapporteur/internal/record"
)

// ErrNotRecord says that a text is no summary record; the wrapping error says
// what was looked for and not found.
var ErrNotRecord = errors.New("not a summary record")

// Options is what the caller knows beside the text. The zero value is usual.
type Options struct {
	// Symbol is the record's symbol from metadata; it is used when neither the
	// masthead nor the file name has one.
	Symbol string
	// Date is the day of the meeting from metadata, ISO 8601; it is used when the
	// text has none.
	Date string
}

// Parse reads a document as one summary record. What the text does not say stays
// zero in the result. The error, if any, wraps ErrNotRecord or ErrNoNumber.
func Parse(doc reader.Document, opts Options) (*record.Record, error) {
	p := newParser(doc)
	p.readSymbol()
	p.claimFurniture()
	if at := p.corrigendumAt(); at >= 0 {
		p.claim(at, seenCorrigendum)
		p.readHeader(lineRange{0, at})
		p.readCorrections(lineRange{at + 1, len(p.lines)})
	} else {
		head, body, tail := p.divide()
		p.closes = tail.from < tail.to
		p.readHeader(head)
		p.readBody(body)
		p.readClosing(tail)
	}
	p.identify(doc.Name, opts)
	p.listDocuments()
	if err := p.check(); err != nil {
		return nil, fmt.Errorf("parse %s: %w", doc.Name, err)
	}
	p.collectResidue()
	return p.rec, nil
}

// A parser holds one record in the making.
type parser struct {
	rec    *record.Record
	lines  []reader.Line
	claims []string // the rule that claimed each line, "" for none
	layout layout
	agenda map[string]bool // keys of the contents' entries, without brackets
	// president is set where the record calls its chair "President"; elsewhere
	// the words mean a head of State.
	president bool
	// heard are the names and offices of those who surely speak or preside.
	heard map[string]bool
	// evidence is what speaks for a summary record, by the name of what was seen.
	evidence map[string]bool
	// closes is set where a closing line ends the body.
	closes bool
}

func newParser(doc reader.Document) *parser {
	return &parser{
		rec:      &record.Record{Source: filepath.Base(doc.Name)},
		lines:    slices.Clone(doc.Lines), // glued notices are cut off
		claims:   make([]string, len(doc.Lines)),
		layout:   measure(doc.Lines),
		agenda:   map[string]bool{},
		heard:    map[string]bool{},
		evidence: map[string]bool{},
	}
}

// A lineRange is a half-open range of indexes into the parser's lines.
type lineRange struct{ from, to int }

// claim notes that a rule took line i.
func (p *parser) claim(i int, rule string) { p.claims[i] = rule }

// free reports whether line i has text that no rule took.
func (p *parser) free(i int) bool { return p.claims[i] == "" && p.lines[i].Text != "" }

// collectResidue keeps every line that nobody claimed.
func (p *parser) collectResidue() {
	for i, l := range p.lines {
		if p.free(i) {
			p.rec.Residue = append(p.rec.Residue, record.Line{Number: l.Number, Text: l.Text})
		}
	}
}

// What check asks for: a title, opening, closing or symbol shows a summary
// record; a text without any must at least bear a record's file name and hold a
// speaker.
const (
	seenTitle   = "title"
	seenOpening = "opening line"
	seenClosing = "closing line"
	seenSymbol  = "symbol of a summary record"
)

// check refuses what is no summary record.
func (p *parser) check() error {
	if len(p.rec.Paragraphs) == 0 {
		return fmt.Errorf("%w: it has no paragraphs", ErrNotRecord)
	}
	if p.evidence[seenCorrigendum] && !isCorrection(p.rec.Header.Symbol) {
		return ErrNoNumber
	}
	for _, what := range []string{seenTitle, seenOpening, seenClosing} {
		if p.evidence[what] {
			return nil
		}
	}
	if p.rec.Header.Symbol != "" && len(p.rec.Interventions) > 0 {
		return nil
	}
	missing := strings.Join([]string{seenTitle, seenOpening, seenClosing, seenSymbol}, ", ")
	return fmt.Errorf("%w: none of %s was found", ErrNotRecord, missing)
}
