package lexicon

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/words"
)

// A Strength says how surely a topic phrase means its topic.
type Strength uint8

// The strengths, weakest first: the columns hints, cues and terms.
const (
	Hint Strength = iota
	Cue
	Term
)

// A TopicHit is a phrase of a topic found in a text.
type TopicHit struct {
	Entry    *Entry
	Strength Strength
	Points   int // how much it counts
	Phrase   int // which of all phrases; Lexicon.Phrase has its words
	First    int // first word
	End      int // one past the last word

	shadowed bool // means another topic alone
}

// topicPhrases is a tree of words; a path from the root is a phrase.
type topicPhrases struct {
	root   topicNode
	passed words.Index[bool]
	texts  []string // of each phrase, by number
}

type topicNode struct {
	next words.Index[*topicBranch] // by stem
	ends []topicEnding
}

// A topicBranch is where a word leads: inflected in one way, or in any.
type topicBranch struct {
	exact []exactBranch
	any   *topicNode
}

type exactBranch struct {
	fold string
	to   *topicNode
}

type topicEnding struct {
	entry    *Entry
	strength Strength
	points   int
	phrase   int
}

var defaultPoints = [...]int{Hint: 1, Cue: 3, Term: 5}

// Points is what a phrase of strength s counts that says nothing else: "torture:7".
func (s Strength) Points() int { return defaultPoints[s] }

// pointsMark parts a phrase from its points.
const pointsMark = ":"

// exactMark before a word of a phrase keeps it from being compared by stem:
// "=accession", which is no "access".
const exactMark = "="

// passedOver are words that phrases are compared without, in the lexicon and in
// the text: "lose their nationality" is "lose nationality".
var passedOver = []string{"the", "a", "an", "its", "their", "his", "her", "'s", "'"}

func newTopicPhrases() topicPhrases {
	var p topicPhrases
	for _, w := range passedOver {
		p.passed.Put(w, true)
	}
	return p
}

// passes reports whether phrases are compared without the word.
func (p *topicPhrases) passes(w *words.Form) bool { return !p.passed.Lacks(w) && p.passed.Fold(w) }

func (p *topicPhrases) add(split *words.Splitter, e *Entry) error {
	for strength, list := range [][]string{Hint: e.Hints, Cue: e.Cues, Term: e.Terms} {
		for _, phrase := range list {
			end := topicEnding{entry: e, strength: Strength(strength), points: Strength(strength).Points()}
			if err := p.addPhrase(split, end, phrase); err != nil {
				return fmt.Errorf("%s: %s: %w", e.Place, e.ID, err)
			}
		}
	}
	return nil
}

func (p *topicPhrases) addPhrase(split *words.Splitter, end topicEnding, phrase string) error {
	phrase, own, has := strings.Cut(phrase, pointsMark)
	if has {
		n, err := strconv.Atoi(own)
		if err != nil || n < 0 {
			return fmt.Errorf("phrase %q counts %q points, which is no whole number", phrase, own)
		}
		end.points = n
	}
	n := &p.root
	exact := false
	for _, w := range split.Split(phrase).Words {
		switch {
		case w.Fold == exactMark:
			exact = true
			continue
		case p.passes(w.Form):
		default:
			n = n.child(w.Form, exact)
		}
		exact = false
	}
	for _, other := range n.ends {
		if other.entry == end.entry {
			return fmt.Errorf("phrase %q is there already, in the same words or others of the same stems", phrase)
		}
	}
	if n == &p.root {
		return fmt.Errorf("phrase %q has no word to compare", phrase)
	}
	end.phrase = len(p.texts)
	p.texts = append(p.texts, phrase)
	n.ends = append(n.ends, end)
	return nil
}

// child is the node below n to which a word leads, made if there is none.
func (n *topicNode) child(w *words.Form, exact bool) *topicNode {
	b := n.next.Stem(w)
	if b == nil {
		b = &topicBranch{}
		n.next.Put(w.Stem, b)
	}
	if !exact {
		if b.any == nil {
			b.any = &topicNode{}
		}
		return b.any
	}
	for _, e := range b.exact {
		if e.fold == w.Fold {
			return e.to
		}
	}
	b.exact = append(b.exact, exactBranch{w.Fold, &topicNode{}})
	return b.exact[len(b.exact)-1].to
}

// Phrase returns the words of a topic phrase as its file has them, without
// points; n is a TopicHit's Phrase.
func (l *Lexicon) Phrase(n int) string { return l.topics.texts[n] }

// Topics returns the topic phrases in t. Of phrases of one topic that share a
// word the first counts, of those that begin together the longest: a longer
// phrase may so be weaker than a word in it. A phrase inside a longer and
// stronger one of another topic means that topic alone, as "family" in "language
// family", unless that is part of the first: "child labour" is of children too.
func (l *Lexicon) Topics(t *words.Text) []TopicHit { return l.AppendTopics(nil, t) }

// AppendTopics appends to out what Topics returns.
func (l *Lexicon) AppendTopics(out []TopicHit, t *words.Text) []TopicHit {
	before := len(out)
	s := topicSearch{phrases: &l.topics, text: t, hits: out}
	root := &l.topics.root
	for i := range t.Words {
		if form := t.Words[i].Form; !root.next.LacksStem(form) && !l.topics.passes(form) {
			s.from(root, i, i)
		}
	}
	all := s.hits[before:]
	for i := range all {
		all[i].shadowed = overshadowed(all, i)
	}
	return s.hits[:before+len(slices.DeleteFunc(all, func(h TopicHit) bool { return h.shadowed }))]
}

// A topicSearch gathers the phrases in a text.
type topicSearch struct {
	phrases *topicPhrases
	text    *words.Text
	hits    []TopicHit
}

// from finds the phrases below n that begin at word first and go on at word i:
// at each step exact words before stems, which they so win over.
func (s *topicSearch) from(n *topicNode, first, i int) {
	for i > first && i < len(s.text.Words) && s.phrases.passes(s.text.Words[i].Form) {
		i++
	}
	if i == len(s.text.Words) || i >= first+widest {
		return
	}
	form := s.text.Words[i].Form
	b := n.next.Stem(form)
	if b == nil {
		return
	}
	for _, e := range b.exact {
		if e.fold == form.Fold {
			s.goOn(e.to, first, i+1)
		}
	}
	if b.any != nil {
		s.goOn(b.any, first, i+1)
	}
}

// goOn keeps what ends at n, and goes on from it at word i.
func (s *topicSearch) goOn(n *topicNode, first, i int) {
	for _, e := range n.ends {
		s.keep(TopicHit{Entry: e.entry, Strength: e.strength, Points: e.points, Phrase: e.phrase, First: first, End: i})
	}
	if n.next.Len() > 0 {
		s.from(n, first, i)
	}
}

// widest is how many words a phrase and the words passed over in it may take.
const widest = 24

// keep adds h, unless it shares words with the topic's last hit; it takes that
// one's place where both begin together.
func (s *topicSearch) keep(h TopicHit) {
	for k := len(s.hits) - 1; k >= 0 && s.hits[k].First > h.First-widest; k-- {
		last := &s.hits[k]
		switch {
		case last.Entry != h.Entry:
			continue
		case last.First == h.First && last.End < h.End:
			*last = h
			return
		case last.End > h.First:
			return
		}
		break
	}
	s.hits = append(s.hits, h)
}

// overshadowed reports whether hit i lies inside a longer and stronger one of
// another topic. Hits are in order of their first words, so only near ones are
// looked at.
func overshadowed(all []TopicHit, i int) bool {
	h := all[i]
	for k := i - 1; k >= 0 && all[k].First >= h.First-widest; k-- {
		if overshadows(all[k], h) {
			return true
		}
	}
	for k := i + 1; k < len(all) && all[k].First <= h.First; k++ {
		if overshadows(all[k], h) {
			return true
		}
	}
	return false
}

// overshadows: a further topic leaves the others what they would have without it.
func overshadows(o, h TopicHit) bool {
	return o.Entry != h.Entry && o.Strength > h.Strength && o.First <= h.First && h.End <= o.End && o.End-o.First > h.End-h.First &&
		(o.Entry.Kind != TopicFurther || h.Entry.Kind == TopicFurther) && !o.Entry.within(h.Entry)
}
