package extract

import (
	"slices"

	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/schema"
)

// A paragraph is given the topics that it speaks of, by the phrases in it:
//
//   - Each phrase of a topic counts its points once, however often it is said.
//     Enough points make a topic: one sure phrase, or unsure ones together.
//   - A topic whose phrases are common words needs more, by its bar; one that is
//     hardly ever named in passing needs less.
//   - A phrase within a name counts as far as such names tell what is spoken
//     of: those of laws and policies in full, of treaties half, of institutions
//     a quarter, of persons and documents not at all. A phrase that is the whole
//     name counts in full; the words that name the speaker do not count.
//   - A further topic, one of the many narrow matters that are often named in
//     passing, is given only where the paragraph dwells on it.
//
// data/README.md says where the points and bars of the built-in vocabulary are from.
const (
	Enough        = 5.0 // points that make a topic
	enoughFurther = 8.0
)

// nameShare is how much a phrase within a name of each class counts.
var nameShare = map[schema.Class]float64{
	schema.ClassLaw: 1, schema.ClassPolicy: 1, schema.ClassAgreement: 0.5, schema.ClassInstitution: 0.25, schema.ClassPerson: 0, schema.ClassDocument: 0,
}

// A Candidate is a topic with the phrases that speak for it in a paragraph.
type Candidate struct {
	Topic   *lexicon.Entry
	Bar     int // how many points more than others it needs
	Phrases []Phrase
}

// A Phrase speaks for a topic in a paragraph.
type Phrase struct {
	Number   int // lexicon.Lexicon.Phrase has its words
	Strength lexicon.Strength
	Points   int
	Share    float64 // of the points that count; of several places, the most
}

// count adds a phrase, or the share of another place of it.
func (c *Candidate) count(h lexicon.TopicHit, share float64) {
	for i := range c.Phrases {
		if old := &c.Phrases[i]; old.Number == h.Phrase {
			old.Share = max(old.Share, share)
			return
		}
	}
	c.Phrases = append(c.Phrases, Phrase{h.Phrase, h.Strength, h.Points, share})
}

// Given reports whether what speaks for the topic is enough.
func (c *Candidate) Given() bool {
	needed := Enough
	if c.Topic.Kind == lexicon.TopicFurther {
		needed = enoughFurther
	}
	sum := -float64(c.Bar)
	for _, p := range c.Phrases {
		sum += p.Share * float64(p.Points)
	}
	return sum >= needed
}

// Candidates returns, for each paragraph of rec, the topics of which it holds a
// phrase that counts, whether or not that is enough.
func (x *Extractor) Candidates(rec *record.Record) [][]Candidate {
	out := make([][]Candidate, len(rec.Paragraphs))
	brackets := x.affiliations(rec)
	for i := range rec.Paragraphs {
		out[i] = x.paragraph(rec, i, brackets).candidates(x.lexicon)
	}
	return out
}

// topics returns the ids of the topics that p speaks of, in order of the
// alphabet. It reads p's claims, which must be complete.
func (p *paragraph) topics(l *lexicon.Lexicon) []string {
	var out []string
	for _, c := range p.candidates(l) {
		if c.Given() {
			out = append(out, c.Topic.ID)
		}
	}
	slices.Sort(out)
	return out
}

// candidates returns every topic of which p holds a phrase that counts.
func (p *paragraph) candidates(l *lexicon.Lexicon) []Candidate {
	var out []Candidate
	speaker, names := p.speakerSpan(), p.properNames()
	p.phrases = l.AppendTopics(p.phrases[:0], p.text)
	for _, h := range p.phrases {
		span := record.Span{Start: p.text.Words[h.First].Start, End: p.text.Words[h.End-1].End}
		share := p.share(names, h)
		if share == 0 || span.Overlaps(speaker) {
			continue
		}
		k := slices.IndexFunc(out, func(c Candidate) bool { return c.Topic == h.Entry })
		if k < 0 {
			k = len(out)
			out = append(out, Candidate{Topic: h.Entry, Bar: h.Entry.Bar})
		}
		out[k].count(h, share)
	}
	return out
}

// properNames returns, for each word, the claim of the longest proper name that
// it belongs to, nil for none.
func (p *paragraph) properNames() []*Claim {
	p.proper = cleared(p.proper, len(p.text.Words))
	out := p.proper
	for i := range p.claims {
		c := &p.claims[i]
		if !p.properName(*c) {
			continue
		}
		for w := p.text.At(c.Span.Start); w < len(out) && p.text.Words[w].Start < c.Span.End; w++ {
			if old := out[w]; old == nil || c.Span.End-c.Span.Start > old.Span.End-old.Span.Start {
				out[w] = c
			}
		}
	}
	return out
}

// share is how much a phrase counts, by the longest name that it is in.
func (p *paragraph) share(names []*Claim, h lexicon.TopicHit) float64 {
	share, longest := 1.0, 0
	for _, c := range names[h.First:h.End] {
		if c == nil || c.Span.End-c.Span.Start <= longest {
			continue
		}
		share, longest = nameShare[c.Class], c.Span.End-c.Span.Start
		if p.text.Words[h.First].Start <= c.Span.Start && c.Span.End <= p.text.Words[h.End-1].End {
			share = 1
		}
	}
	return share
}

// properName reports whether c quotes a proper name whose words need not be what is
// spoken about: no short form, no agreement described by its partners.
func (p *paragraph) properName(c Claim) bool {
	if c.Class == schema.ClassCountry || c.How == ByCoreference || c.Generic || len(c.Partners) > 0 {
		return false
	}
	return p.text.Words[p.text.At(c.Span.Start)].Capital()
}

// speakerSpan is where p names its speaker, empty where it names none.
func (p *paragraph) speakerSpan() record.Span {
	i := p.rec.Paragraphs[p.index].Intervention
	if i < 0 || p.rec.Interventions[i].First != p.index {
		return record.Span{}
	}
	return p.rec.Interventions[i].Speaker.Span
}
