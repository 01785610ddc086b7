package parse

import (
	"strconv"

	"rapporteur/internal/reader/line"
	"rapporteur/internal/record"
)

// restore numbers the passages. Between two printed numbers as many passages are
// numbered as numbers are missing, those with a speaker first; the rest stay
// without and are settled afterwards. Behind the last printed number every
// passage counts that looks like those that were numbered.
func restore(passages []passage) {
	style := styleOf(passages)
	last, from := 0, 0
	for i := range passages {
		if !passages[i].block.chosen {
			continue
		}
		fill(passages[from:i], last, passages[i].block.number-last-1)
		passages[i].number, passages[i].from = passages[i].block.number, record.Printed
		last, from = passages[i].number, i+1
	}
	rest := passages[from:]
	missing := 0
	for i := range rest {
		if style.counts(&rest[i]) {
			missing++
		}
	}
	fill(rest, last, missing)
}

// A style is which passages a record numbers, as far as its printed numbers show.
type style struct {
	numbers   bool // it has printed numbers
	procedure bool // also on procedural passages
	most      bool // nearly every passage bears one
}

func styleOf(passages []passage) style {
	var s style
	chosen := 0
	for i := range passages {
		if passages[i].block.chosen {
			chosen++
			s.numbers = true
			s.procedure = s.procedure || passages[i].block.voice.kind == procedural
		}
	}
	s.most = chosen*10 > len(passages)*8
	return s
}

// counts reports whether a passage behind the last printed number has a number.
func (s style) counts(q *passage) bool {
	if !s.numbers {
		return true
	}
	switch q.block.voice.kind {
	case speaking:
		return true
	case procedural:
		return s.procedure
	}
	return !s.most
}

// fill gives up to missing numbers after last to passages, in order; where there
// are more passages than numbers, those with a speaker come first, procedural
// ones last.
func fill(passages []passage, last, missing int) {
	take := make([]bool, len(passages))
	left := missing
	for _, kind := range []voice{speaking, silent, procedural} {
		for i := range passages {
			if left > 0 && passages[i].block.voice.kind == kind {
				take[i] = true
				left--
			}
		}
	}
	for i := range passages {
		if take[i] {
			last++
			passages[i].number, passages[i].from = last, record.Restored
		}
	}
}

// settle deals with passages that have no number: procedural ones are claimed
// but cannot be cited, and end an intervention; others belong to the paragraph
// before them.
func (p *parser) settle(passages []passage) {
	before := -1
	fresh := false
	for i := range passages {
		q := &passages[i]
		if q.number > 0 {
			q.fresh = q.fresh || fresh
			before, fresh = i, false
			continue
		}
		q.gone = true
		switch {
		case q.block.voice.kind == procedural && q.block.number == 0 || before < 0:
			p.claimBlock(q.block, "procedure")
			fresh = fresh || !isDecision(q.block.text)
			if q.block.voice.kind != procedural {
				p.claimBlock(q.block, "") // nothing says what it is
			}
		case len(passages[before].block.text) > maxParagraph:
			p.claimBlock(q.block, "")
		default:
			passages[before].block.text = line.Join(passages[before].block.text, q.block.printed())
		}
	}
}

func itoa(n int) string { return strconv.Itoa(n) }
