package parse

import (
	"strings"

	"rapporteur/internal/reader/line"
	"rapporteur/internal/record"
)

// A passage is a paragraph in the making.
type passage struct {
	block  *block
	number int
	from   record.Numbering
	// section is the index of the section it stands in, -1 for none.
	section int
	// fresh is set where something before it ended the intervention.
	fresh bool
	gone  bool // it was joined to the passage before, or has no number to stand under
}

// readBody reads sections, paragraphs and interventions.
func (p *parser) readBody(r lineRange) {
	blocks := p.blocks(r)
	p.hear(blocks)
	choose(blocks)
	passages := p.passages(blocks)
	restore(passages)
	p.settle(passages)
	p.paragraphs(passages)
	p.interventions(passages)
}

// passages walks over blocks: headings open sections, pieces are joined to the
// paragraph they were cut from, the rest become passages.
func (p *parser) passages(blocks []block) []passage {
	out := make([]passage, 0, len(blocks))
	stacked, fresh := false, false
	for i := range blocks {
		b, last := &blocks[i], lastOf(out)
		follows := !b.chosen && last != nil && !stacked // it may belong to the last one
		switch {
		case b.role == suspension && !b.chosen:
			p.suspend(b.text)
			p.claimBlock(b, "suspension")
			fresh = true
		case b.role == chairNote:
			p.noteChair(b.text, "later")
			p.claimBlock(b, "chair")
			fresh = true
		case follows && b.role == plain && p.goesOnVoting(last.block, b):
			p.claimBlock(b, "paragraph")
			p.join(last.block, b)
		case stacked && !b.chosen && p.inBrackets():
			p.claimBlock(b, "heading")
			p.addSection(b, true)
			continue
		case !b.chosen && b.voice.kind == silent && p.isHeading(b, follows && isCutOff(last.block.text), stacked):
			p.claimBlock(b, "heading")
			fresh = p.addSection(b, stacked) || fresh
			stacked = true
			continue
		case follows && isPiece(last.block, b):
			p.claimBlock(b, "paragraph")
			p.join(last.block, b)
		default:
			if b.role == suspension {
				p.pause(b.text)
				b.voice.kind = procedural
			}
			if b.voice.kind == procedural && isChairNote(b.text) {
				p.noteChair(b.text, "later")
			}
			p.claimBlock(b, "paragraph")
			out = append(out, passage{block: b, section: len(p.rec.Sections) - 1, fresh: fresh})
			fresh = false
		}
		stacked = false
	}
	return out
}

// join adds a piece to the paragraph a. Who speaks may be cut in two: "The Chair, /
// speaking as Country Rapporteur, asked".
func (p *parser) join(a, piece *block) {
	opened := len(a.text) < maxLead && !ends(a.text) && a.voice.kind != procedural
	a.text = line.Join(a.text, piece.printed())
	a.lines = append(a.lines, piece.lines...)
	if opened {
		a.voice = openingOf(a.text, p.president)
		p.settleVoice(&a.voice)
	}
}

func lastOf(passages []passage) *passage {
	if len(passages) == 0 {
		return nil
	}
	return &passages[len(passages)-1]
}

// claimBlock takes the lines of a block.
func (p *parser) claimBlock(b *block, rule string) {
	for _, i := range b.lines {
		p.claim(i, rule)
	}
}

// isPiece reports whether b goes on with the paragraph a: a page break cut it
// off, it is an item of a's list, or it belongs to a quotation in a.
func isPiece(a, b *block) bool {
	switch {
	case len(a.text) > maxParagraph:
		return false
	case isVotes(b.text):
		return true
	case startsLower(b.text) && !strings.HasPrefix(b.text, "the") || startsLower(b.text) && b.voice.kind == silent:
		return true
	case b.voice.kind != silent && b.number == 0 && !b.quoted:
		return !ends(a.text) && b.voice.kind == speaking && cutMidway(a.text)
	case !ends(a.text):
		return true
	case b.quoted && (strings.HasSuffix(a.text, ":") || strings.Count(a.text, "“") > strings.Count(a.text, "”")):
		return true
	case isItem(b.text) && (strings.ContainsAny(a.text[len(a.text)-1:], ":;,") || a.listed()):
		return true
	}
	return false
}

// listed reports whether a paragraph already holds items.
func (b *block) listed() bool {
	return strings.Contains(b.text, ": (") || strings.Contains(b.text, "; (")
}

// cutMidway reports whether a text stops where a name could follow: "thanked".
func cutMidway(text string) bool {
	last := lastWord(text)
	return hanging[last] || strings.HasSuffix(text, ",")
}

// printed is the block's text with the number that stood before it.
func (b *block) printed() string {
	if b.number == 0 {
		return b.text
	}
	return itoa(b.number) + ". " + b.text
}

// paragraphs fills the record's paragraphs.
func (p *parser) paragraphs(passages []passage) {
	p.rec.Paragraphs = make([]record.Paragraph, 0, len(passages))
	for _, q := range passages {
		if q.gone {
			continue
		}
		p.rec.Paragraphs = append(p.rec.Paragraphs, record.Paragraph{
			Number:       q.number,
			NumberFrom:   q.from,
			Section:      q.section,
			Text:         q.block.text,
			Intervention: -1,
			Line:         p.lines[q.block.lines[0]].Number,
		})
	}
}
