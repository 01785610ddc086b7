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

// A Count is how often the program was right, wrong and silent.
type Count struct{ Right, Wrong, Missed int }

// Precision is the share of what was found that is right, 1 where nothing was found.
func (c Count) Precision() float64 { return ratio(c.Right, c.Right+c.Wrong) }

// Recall is the share of what is there that was found, 1 where nothing is there.
func (c Count) Recall() float64 { return ratio(c.Right, c.Right+c.Missed) }

// F1 is the harmonic mean of precision and recall.
func (c Count) F1() float64 {
	p, r := c.Precision(), c.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

func (c *Count) add(d Count) { c.Right += d.Right; c.Wrong += d.Wrong; c.Missed += d.Missed }

// An Error is one difference from gold.
type Error struct {
	Source string // file of the record
	Para   int    // 0 for the header
	What   string // the line of the scorecard
	Text   string // "missed …", "wrong …"
}

// A Card is the scorecard of some records.
type Card struct {
	Lines  map[string]Count
	Errors []Error
}

// The lines of a scorecard, in order.
var lines = []string{
	"header", "paragraph", "section", "speaker", "speaks-for", "capacity",
	"Person", "Country", "Institution", "Agreement", "Law", "Policy", "Document",
	"coreference", "provision", "cites", "topics",
}

// Compare scores got against gold and adds it to the card.
func (c *Card) Compare(gold, got annotation.Record) {
	if c.Lines == nil {
		c.Lines = make(map[string]Count)
	}
	s := scorer{card: c, source: gold.Source}
	s.header(gold.Header, got.Header)
	byNumber := make(map[int]annotation.Paragraph)
	for _, p := range got.Paragraphs {
		byNumber[p.Number] = p
	}
	for _, g := range gold.Paragraphs {
		p := byNumber[g.Number]
		delete(byNumber, g.Number)
		s.para = g.Number
		s.equal("paragraph", g.Text, p.Text)
		s.equal("section", value(g.Section), value(p.Section))
		s.speakers(g.Speaker, p.Speaker)
		s.mentions(g.Mentions, p.Mentions)
		s.set("cites", g.Cites, p.Cites)
		s.set("topics", topicIDs(g.Topics), topicIDs(p.Topics))
	}
	for _, n := range slices.Sorted(maps.Keys(byNumber)) {
		s.para = n
		s.wrong("paragraph", "no such paragraph")
	}
}

type scorer struct {
	card   *Card
	source string
	para   int
}

func (s *scorer) count(line string, c Count) {
	total := s.card.Lines[line]
	total.add(c)
	s.card.Lines[line] = total
}

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

func (s *scorer) header(gold, got annotation.Header) {
	s.para = 0
	for _, f := range []struct{ name, gold, got string }{
		{"symbol", value(gold.Symbol), value(got.Symbol)},
		{"symbol_from", value(gold.SymbolFrom), value(got.SymbolFrom)},
		{"body", value(gold.Body), value(got.Body)},
		{"session", number(gold.Session), number(got.Session)},
		{"meeting", number(gold.Meeting), number(got.Meeting)},
		{"part", value(gold.Part), value(got.Part)},
		{"date", value(gold.Date), value(got.Date)},
		{"time", value(gold.Time), value(got.Time)},
		{"opened", value(gold.Opened), value(got.Opened)},
		{"closed", value(gold.Closed), value(got.Closed)},
		{"suspended", fmt.Sprint(gold.Suspended), fmt.Sprint(got.Suspended)},
		{"place", value(gold.Place), value(got.Place)},
		{"chair", value(gold.Chair), value(got.Chair)},
		{"distributed", value(gold.Distributed), value(got.Distributed)},
		{"original_language", value(gold.OriginalLanguage), value(got.OriginalLanguage)},
		{"states_reviewed", fmt.Sprint(gold.StatesReviewed), fmt.Sprint(got.StatesReviewed)},
		{"agenda", fmt.Sprint(gold.Agenda), fmt.Sprint(got.Agenda)},
		{"documents", fmt.Sprint(gold.Documents), fmt.Sprint(got.Documents)},
	} {
		s.equal("header", f.name+"="+f.gold, f.name+"="+f.got)
	}
}

func value(s *string) string {
	if s == nil {
		return "null"
	}
	return *s
}

func number(n *int) string {
	if n == nil {
		return "null"
	}
	return fmt.Sprint(*n)
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
			if g.How == "coreference" {
				s.missed("coreference", describe(g))
			}
			continue
		}
		left = slices.Delete(left, i, i+1)
		s.right(string(g.Type))
		if g.How == "coreference" {
			s.right("coreference")
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

func topicIDs(ts []annotation.Topic) []string {
	var out []string
	for _, t := range ts {
		out = append(out, t.ID)
	}
	return out
}

// set scores two lists as sets.
func (s *scorer) set(line string, gold, got []string) {
	for _, g := range unique(gold) {
		if slices.Contains(got, g) {
			s.right(line)
		} else {
			s.missed(line, g)
		}
	}
	for _, g := range unique(got) {
		if !slices.Contains(gold, g) {
			s.wrong(line, g)
		}
	}
}

func unique(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}
