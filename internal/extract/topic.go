package extract

import (
	"cmp"
	"slices"

	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/schema"
)

// A paragraph is given the topics that an indexer would give it: those that it
// shows by one sure phrase or by several unsure ones, and of these no more than
// a paragraph of its length has room for.
//
//   - Each phrase of a topic counts points as often as it occurs, by its
//     strength: term, cue or hint. Topics with enough points are candidates: a
//     term makes one alone, a cue when it comes twice or with a hint.
//   - In a short paragraph a cue alone does: nothing else is spoken of.
//   - A phrase within a name counts as far as such names tell what is spoken
//     of: those of laws and policies in full, of treaties half, of institutions
//     a quarter, of persons and documents not at all. A phrase that is the whole
//     name counts in full; the words that name the speaker do not count.
//   - A term or cue in the first sentence earns its topic a bonus, once.
//   - Of the candidates those with most points are given: always roomFirst, and
//     one more for each wordsPerTopic words. Of equals the one said first wins.
//   - A further topic, one of the many narrow matters that are often named in
//     passing, is given only where the paragraph dwells on it: it needs
//     enoughFurther points, in a short paragraph those of a term. It takes no
//     room of the others, and there is as much for its like.
const (
	pointsTerm  = 5.0
	pointsCue   = 3.0
	pointsHint  = 1.0
	pointsFirst = 0.5

	enough               = 4.0
	enoughInShort        = 3.0
	enoughFurther        = 8.0
	enoughFurtherInShort = pointsTerm
	shortWords           = 60

	roomFirst     = 2
	wordsPerTopic = 40
)

// points are what a phrase of each strength counts.
var points = map[lexicon.Strength]float64{lexicon.Term: pointsTerm, lexicon.Cue: pointsCue, lexicon.Hint: pointsHint}

// nameShare is how much a phrase within a name of each class counts.
var nameShare = map[schema.Class]float64{
	schema.ClassLaw: 1, schema.ClassPolicy: 1, schema.ClassAgreement: 0.5, schema.ClassInstitution: 0.25, schema.ClassPerson: 0, schema.ClassDocument: 0,
}

// A candidate is a topic with what speaks for it in a paragraph.
type candidate struct {
	topic  *lexicon.Entry
	points float64
	first  bool // a term or cue stands in the first sentence
	at     int  // first word of its first phrase
}

func (c candidate) further() bool { return c.topic.Kind == lexicon.TopicFurther }

// topics returns the ids of the topics that p speaks of, in order of the
// alphabet. It reads p's claims, which must be complete.
func (p *paragraph) topics(l *lexicon.Lexicon) []string {
	all := slices.DeleteFunc(p.candidates(l), func(c candidate) bool { return c.points < p.needed(c) })
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.points, a.points), cmp.Compare(a.at, b.at), cmp.Compare(a.topic.ID, b.topic.ID))
	})
	room := roomFirst + len(p.text.Words)/wordsPerTopic
	left := map[bool]int{true: room, false: room} // by whether a topic is a further one
	var out []string
	for _, c := range all {
		if left[c.further()] > 0 {
			left[c.further()]--
			out = append(out, c.topic.ID)
		}
	}
	slices.Sort(out)
	return out
}

// needed is how many points make c a topic of p.
func (p *paragraph) needed(c candidate) float64 {
	short := len(p.text.Words) < shortWords
	switch {
	case c.further() && short:
		return enoughFurtherInShort
	case c.further():
		return enoughFurther
	case short:
		return enoughInShort
	}
	return enough
}

// candidates returns every topic of which p holds a phrase that counts.
func (p *paragraph) candidates(l *lexicon.Lexicon) []candidate {
	var out []candidate
	speaker, names := p.speakerSpan(), p.properNames()
	for _, h := range l.Topics(p.text) {
		span := record.Span{Start: p.text.Words[h.First].Start, End: p.text.Words[h.End-1].End}
		share := p.share(names, h)
		if share == 0 || span.Overlaps(speaker) {
			continue
		}
		k := slices.IndexFunc(out, func(c candidate) bool { return c.topic == h.Entry })
		if k < 0 {
			k = len(out)
			out = append(out, candidate{topic: h.Entry, at: h.First})
		}
		out[k].points += share * points[h.Strength]
		if h.Strength > lexicon.Hint && share == 1 && !out[k].first && h.First < p.text.Sentences[0].End {
			out[k].first = true
			out[k].points += pointsFirst
		}
	}
	return out
}

// properNames returns, for each word, the claim of the longest proper name that
// it belongs to, nil for none.
func (p *paragraph) properNames() []*Claim {
	out := make([]*Claim, len(p.text.Words))
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
