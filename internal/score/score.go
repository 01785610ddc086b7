// Package score compares what was read from records with gold written by hand,
// and says precision, recall and F1 by type, with every error.
//
// A mention counts as found where paragraph, type and id agree and the spans
// overlap; each gold mention is found at most once. Articles are scored by
// themselves: paragraph, instrument and provision agree.
package score

import (
	"fmt"
	"maps"
	"slices"

	"rapporteur/internal/annotation"
)

// Compare scores what was got from one record against its gold.
func Compare(gold, got annotation.Record, topics Topics) Card {
	s := scorer{card: Card{Records: 1}, topics: topics, source: gold.Source}
	s.header(gold.Header, got.Header)
	byNumber := make(map[int]annotation.Paragraph)
	for _, p := range got.Paragraphs {
		byNumber[p.Number] = p
	}
	for _, g := range gold.Paragraphs {
		s.paragraph(g, byNumber[g.Number])
		delete(byNumber, g.Number)
	}
	for _, n := range slices.Sorted(maps.Keys(byNumber)) {
		s.para = n
		s.wrong("paragraph", "no such paragraph")
	}
	return s.card
}

type scorer struct {
	card   Card
	topics Topics
	source string
	para   int
}

func (s *scorer) paragraph(gold, got annotation.Paragraph) {
	s.para = gold.Number
	s.equal("paragraph", gold.Text, got.Text)
	s.equal("section", value(gold.Section), value(got.Section))
	s.speakers(gold.Speaker, got.Speaker)
	s.mentions(gold.Mentions, got.Mentions)
	s.set("cites", gold.Cites, got.Cites)
	s.topicSet(topicIDs(gold.Topics), topicIDs(got.Topics))
}

func (s *scorer) count(line string, c Count) { s.card.count(line, c) }

func (s *scorer) right(line string) { s.count(line, Count{Right: 1}) }

func (s *scorer) wrong(line, text string) {
	s.count(line, Count{Wrong: 1})
	s.card.Errors = append(s.card.Errors, Error{s.source, s.para, line, "wrong " + text})
}

func (s *scorer) missed(line, text string) {
	s.count(line, Count{Missed: 1})
	s.card.Errors = append(s.card.Errors, Error{s.source, s.para, line, "missed " + text})
}

// equal scores a value that is either right or both wrong and missed.
func (s *scorer) equal(line, gold, got string) {
	if gold == got {
		s.right(line)
		return
	}
	s.count(line, Count{Wrong: 1, Missed: 1})
	s.card.Errors = append(s.card.Errors, Error{s.source, s.para, line, fmt.Sprintf("want %q, got %q", gold, got)})
}

func (s *scorer) speakers(gold, got *annotation.Speaker) {
	var a, b annotation.Speaker
	if gold != nil {
		a = *gold
	}
	if got != nil {
		b = *got
	}
	s.equal("speaker", value(a.ID)+" "+value(a.Name)+" "+a.From, value(b.ID)+" "+value(b.Name)+" "+b.From)
	s.equal("speaks-for", value(a.SpeaksFor), value(b.SpeaksFor))
	s.equal("capacity", value(a.Capacity), value(b.Capacity))
}

func (s *scorer) mentions(gold, got []annotation.Mention) {
	left := slices.Clone(got)
	for _, g := range gold {
		i := slices.IndexFunc(left, func(m annotation.Mention) bool { return same(g, m) })
		if i < 0 {
			s.missed(string(g.Type), describe(g))
			if g.How == coreference {
				s.missed(coreference, describe(g))
			}
			continue
		}
		left = slices.Delete(left, i, i+1)
		s.right(string(g.Type))
		if g.How == coreference {
			s.right(coreference)
		}
	}
	for _, m := range left {
		s.wrong(string(m.Type), describe(m))
	}
	s.set("provision", provisions(gold), provisions(got))
}

func same(a, b annotation.Mention) bool {
	return a.Type == b.Type && a.ID == b.ID && a.Start < b.End && b.Start < a.End && (a.Provision == nil) == (b.Provision == nil)
}

func describe(m annotation.Mention) string {
	return fmt.Sprintf("%q as %s (%s)", m.Text, m.ID, m.How)
}

func provisions(ms []annotation.Mention) []string {
	var out []string
	for _, m := range ms {
		if m.Provision != nil {
			out = append(out, m.ID+" "+*m.Provision)
		}
	}
	return out
}

// set scores two lists as sets.
func (s *scorer) set(line string, gold, got []string) {
	s.setAs(line, gold, got, func(wrong string) string { return wrong })
}

// setAs scores two lists as sets; name says what is wrong.
func (s *scorer) setAs(line string, gold, got []string, name func(wrong string) string) {
	for _, g := range unique(gold) {
		if slices.Contains(got, g) {
			s.right(line)
		} else {
			s.missed(line, g)
		}
	}
	for _, g := range unique(got) {
		if !slices.Contains(gold, g) {
			s.wrong(line, name(g))
		}
	}
}

func unique(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}
