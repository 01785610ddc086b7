package resolve

import (
	"sort"
	"strconv"
	"strings"

	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/schema"
)

// article is how far before the end of "… of the " the instrument's own "the"
// may begin.
const article = len("the ")

// adjective is how much may stand between it and the instrument: "of the new
// Constitution".
const adjective = len("revised ")

// An article is not sought further back than any sentence goes, in bytes, or than
// any paragraph names things: so long lists take time in proportion to their length.
const (
	longestSentence = 4000
	mostMentions    = 400
)

// provisions puts articles on the instruments they belong to: one mention an
// article. An article that names no instrument belongs to the treaty of the
// body in whose record it stands, or, where the body has none, to the instrument
// named last in the paragraph; it is a mention by itself.
func (m *meeting) provisions(p *Paragraph, articles []*extract.Claim) {
	named := len(p.Mentions) // in text order, unlike those that articles add
	for _, a := range articles {
		i := followed(p.Mentions[:named], a)
		if i < 0 {
			i = m.behind(p.Mentions[:named], a)
		}
		if i >= 0 {
			p.Mentions = spread(p.Mentions, i, a)
			continue
		}
		if e := m.ownerOf(p, a); e != nil {
			for _, n := range a.Numbers {
				p.Mentions = append(p.Mentions, Mention{Span: a.Span, Entity: e, How: extract.ByRule, Rule: a.Rule, Provision: a.Unit + " " + n, Confidence: 0.7})
			}
		}
	}
}

// ownTreaty is the treaty that the body watches over, nil if it has none.
func (m *meeting) ownTreaty() *lexicon.Entry {
	own := m.treaty[m.rec.Header.Body]
	if own["convention"] != nil {
		return own["convention"]
	}
	return own["covenant"]
}

// has reports whether the treaty has articles of these numbers, as far as the
// lexicon says how many it has.
func has(treaty *lexicon.Entry, numbers []string) bool {
	limit, err := strconv.Atoi(treaty.Code("articles"))
	if err != nil {
		return true
	}
	for _, n := range numbers {
		first, _, _ := strings.Cut(n, " ")
		first, _, sub := strings.Cut(first, "-")
		if v, err := strconv.Atoi(first); sub || err == nil && v > limit {
			return false
		}
	}
	return true
}

// sameBreath is the instrument of an article named in the same sentence, where
// the words go on from it: "article 13 of the Constitution provided … and that
// article 20 guaranteed …".
func (m *meeting) sameBreath(p *Paragraph, a *extract.Claim) *Entity {
	text := m.rec.Paragraphs[a.Para].Text[:a.Span.Start]
	before := strings.TrimSpace(text)
	if !strings.HasSuffix(before, " in") && !strings.HasSuffix(before, " that") && !strings.HasSuffix(before, " and") {
		return nil
	}
	sentence := max(0, len(text)-longestSentence)
	sentence += strings.LastIndex(text[sentence:], ". ") + 1
	for i := len(p.Mentions) - 1; i >= max(0, len(p.Mentions)-mostMentions); i-- {
		x := p.Mentions[i]
		if isInstrument(x.Entity) && x.Provision != "" && x.Span.Start >= sentence && x.Span.Start < a.Span.Start {
			return x.Entity
		}
	}
	return nil
}

// followed is the mention of the instrument that a names, -1 if none. The
// mentions are in text order.
func followed(mentions []Mention, a *extract.Claim) int {
	if a.Follows == 0 {
		return -1
	}
	i := sort.Search(len(mentions), func(i int) bool { return mentions[i].Span.Start >= a.Follows-article })
	for ; i < len(mentions) && mentions[i].Span.Start <= a.Follows+adjective; i++ {
		if isInstrument(mentions[i].Entity) && mentions[i].Provision == "" {
			return i
		}
	}
	return -1
}

// behind is the mention of the instrument right behind which an article stands,
// "Civil Code (art. 12)", "the Convention's article 5", -1 if none.
func (m *meeting) behind(mentions []Mention, a *extract.Claim) int {
	if a.Follows > 0 {
		return -1
	}
	text := m.rec.Paragraphs[a.Para].Text
	end := sort.Search(len(mentions), func(i int) bool { return mentions[i].Span.Start >= a.Span.Start })
	for i := end - 1; i >= 0 && a.Span.Start-mentions[i].Span.Start <= longestName; i-- {
		if x := mentions[i]; x.Span.End < a.Span.Start && isInstrument(x.Entity) && x.Provision == "" && attached[text[x.Span.End:a.Span.Start]] {
			return i
		}
	}
	return -1
}

// longestName bounds in bytes how far before its end a name is sought.
const longestName = 300

// attached is what stands between an instrument and an article of its.
var attached = map[string]bool{" (": true, "'s ": true, "’s ": true}

func isInstrument(e *Entity) bool {
	return e.Class == schema.ClassAgreement || e.Class == schema.ClassLaw
}

// spread makes one mention for each article of mention i.
func spread(mentions []Mention, i int, a *extract.Claim) []Mention {
	first := mentions[i]
	mentions[i].Provision = a.Unit + " " + a.Numbers[0]
	for _, n := range a.Numbers[1:] {
		first.Provision = a.Unit + " " + n
		mentions = append(mentions, first)
	}
	return mentions
}

// ownerOf is the instrument of an article that names none.
func (m *meeting) ownerOf(p *Paragraph, a *extract.Claim) *Entity {
	if a.Follows > 0 {
		return nil // it names one that is not known
	}
	if own := m.ownTreaty(); own != nil && a.Unit == "art." && !a.Its && has(own, a.Numbers) {
		if e := m.sameBreath(p, a); e != nil {
			return e
		}
		return m.known(own.ID, a.Para)
	}
	var last *Entity
	var at record.Span
	for _, x := range p.Mentions[max(0, len(p.Mentions)-mostMentions):] {
		if isInstrument(x.Entity) && x.Span.Start < a.Span.Start && x.Span.Start >= at.Start && !(x.Entity.Entry != nil && x.Entity.Entry == m.ownTreaty() && !a.Its) {
			last, at = x.Entity, x.Span
		}
	}
	return last
}
