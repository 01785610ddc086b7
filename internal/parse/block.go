package parse

import (
	"strings"

	"rapporteur/internal/reader"
	"rapporteur/internal/reader/line"
)

// maxParagraph bounds what is joined to one paragraph, in bytes: text without end
// is no record and must not take time without end.
const maxParagraph = 16 << 10

// A role is what a block is in the body.
type role int

const (
	plain      role = iota // a paragraph, or a piece of one
	heading                // a section or sub-heading
	suspension             // "The meeting was suspended at …"
	chairNote              // "Ms. Doe took the Chair."
)

// A block is a run of lines that belong together: a paragraph, a heading, or the
// piece of a paragraph that stands on one page.
type block struct {
	lines  []int // indexes into the parser's lines
	text   string
	number int // as printed, 0 for none
	voice  opened
	role   role
	quoted bool // it starts with a quotation mark
	marked bool // emphasis or Markdown make it a heading
	indent int
	chosen bool // its number is the paragraph's: see chain.go
}

// blocks cuts the free lines of the body into blocks and reads each.
func (p *parser) blocks(r lineRange) []block {
	var out []block
	for i := r.from; i < r.to; i++ {
		if !p.free(i) {
			continue
		}
		if n := len(out); n > 0 && p.wrapsOn(&out[n-1], i) {
			b := &out[n-1]
			b.lines = append(b.lines, i)
			b.text = line.Join(b.text, p.lines[i].Text)
			continue
		}
		number, text := cutNumber(p.lines[i].Text)
		out = append(out, block{lines: []int{i}, text: text, number: number, indent: p.lines[i].Indent, marked: isMarked(p.lines[i], text)})
	}
	for i := range out {
		p.read(&out[i])
	}
	return out
}

// wrapsOn reports whether line i of hard-wrapped text belongs to the block.
func (p *parser) wrapsOn(b *block, i int) bool {
	last := b.lines[len(b.lines)-1]
	if !p.layout.wrapped || last != i-1 || len(b.text) > maxParagraph || p.lines[i].Heading > 0 || b.marked {
		return false
	}
	text := p.lines[i].Text
	if p.completes(b, text) {
		return false
	}
	if number, _ := cutNumber(text); number > 0 && (ends(b.text) || number == b.number+1) {
		return false
	}
	if cutBullet(text) != text {
		return false
	}
	if mayBeMeeting(text) && isSuspension(key(text)) {
		return false
	}
	short := len(p.lines[last].Text) < 45
	return !(short && ends(b.text)) && !(ends(b.text) && p.lines[i].Indent > p.lines[last].Indent+2)
}

// completes reports whether a block is a whole entry of the contents, so that the
// next line is a heading of its own.
func (p *parser) completes(b *block, next string) bool {
	return b.number == 0 && len(b.text) <= maxTitleText && !startsLower(next) && next[0] != '(' && !isOpen(b.text) && p.agenda[titleKey(b.text)]
}

// read fills in what the text of a block says.
func (p *parser) read(b *block) {
	b.text = cutMarks(b.text)
	b.quoted = hasAnyPrefix(b.text, "“", "\"", "‘")
	switch {
	case mayBeMeeting(b.text) && isSuspension(key(b.text)):
		b.role = suspension
		return
	case b.number == 0 && isChairNote(b.text):
		b.role = chairNote
		return
	}
	b.voice = openingOf(b.text, p.president)
}

// isChairNote recognises "Ms. Doe, Vice-Chair, took the Chair.".
func isChairNote(text string) bool {
	return len(text) <= maxFixed && strings.Contains(text, "hair") && strings.HasSuffix(key(text), tookChair)
}

// isMarked reports whether the source marks a line as a heading: Markdown's mark,
// or emphasis over all of it.
func isMarked(l reader.Line, text string) bool {
	if l.Heading > 0 {
		return true
	}
	return len(l.Emphasis) == 1 && l.Emphasis[0].End-l.Emphasis[0].Start >= len(text)-1 && !ends(text)
}

// raised are footnote marks in raised figures.
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// cutMarks removes footnote marks: asterisks behind words, raised figures (units
// keep theirs) and bracketed ones of Markdown.
func cutMarks(text string) string {
	if !hasMarks(text) {
		return text
	}
	var b strings.Builder
	for i, r := range text {
		switch {
		case r == '*':
		case strings.ContainsRune(raised, r) && !isUnit(text[:i]):
		default:
			b.WriteRune(r)
		}
	}
	text = b.String()
	for {
		at := strings.Index(text, "[^")
		if at < 0 {
			break
		}
		n := strings.IndexByte(text[at:], ']')
		if n < 0 || n > 6 {
			break
		}
		text = text[:at] + text[at+n+1:]
	}
	return strings.Join(strings.Fields(text), " ")
}

// hasMarks reports whether text may hold a footnote mark. Every paragraph passes
// here, and few hold such bytes.
func hasMarks(text string) bool {
	return strings.IndexByte(text, '*') >= 0 || strings.IndexByte(text, '^') >= 0 ||
		strings.IndexByte(text, "¹"[0]) >= 0 && strings.ContainsAny(text, "¹²³") || strings.Contains(text, "⁴"[:2])
}

// isUnit reports whether text ends in a unit that takes an exponent.
func isUnit(text string) bool {
	switch strings.Trim(lastWord(text), raised) {
	case "m", "km", "cm", "mm":
		return true
	}
	return false
}
