package lexicon

import (
	"fmt"

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
	First    int // first word
	End      int // one past the last word
}

// topicPhrases is a tree of words; a path from the root is a phrase.
type topicPhrases struct{ root topicNode }

type topicNode struct {
	stems map[string]*topicNode
	exact map[string]*topicNode // words that must stand inflected as they are
	ends  []topicEnding
}

type topicEnding struct {
	entry    *Entry
	strength Strength
}

// exactMark before a word of a phrase keeps it from being compared by stem:
// "=accession", which is no "access".
const exactMark = "="

// passed are words that phrases are compared without, in the lexicon and in
// the text: "lose their nationality" is "lose nationality".
var passed = map[string]bool{"the": true, "a": true, "an": true, "its": true, "their": true, "his": true, "her": true, "'s": true, "'": true}

func (p *topicPhrases) add(split *words.Splitter, e *Entry) error {
	for strength, list := range [][]string{Hint: e.Hints, Cue: e.Cues, Term: e.Terms} {
		for _, phrase := range list {
			if err := p.addPhrase(split, topicEnding{e, Strength(strength)}, phrase); err != nil {
				return fmt.Errorf("%s: %s: %w", e.Place, e.ID, err)
			}
		}
	}
	return nil
}

func (p *topicPhrases) addPhrase(split *words.Splitter, end topicEnding, phrase string) error {
	n := &p.root
	exact := false
	for _, w := range split.Split(phrase).Words {
		switch {
		case w.Fold == exactMark:
			exact = true
			continue
		case passed[w.Fold]:
		case exact:
			n = child(&n.exact, w.Fold)
		default:
			n = child(&n.stems, w.Stem)
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
	n.ends = append(n.ends, end)
	return nil
}

func child(of *map[string]*topicNode, word string) *topicNode {
	if *of == nil {
		*of = make(map[string]*topicNode)
	}
	c := (*of)[word]
	if c == nil {
		c = &topicNode{}
		(*of)[word] = c
	}
	return c
}

// Topics returns the topic phrases in t. Of phrases of one topic that share a
// word the first counts, of those that begin together the longest: a longer
// phrase may so be weaker than a word in it. A phrase inside a stronger one of
// another topic means that topic alone, as "family" in "language
// family", unless that is part of the first: "child labour" is of children too.
func (l *Lexicon) Topics(t *words.Text) []TopicHit {
	var all []TopicHit
	last := make(map[*Entry]int) // index into all
	for i := range t.Words {
		if passed[t.Words[i].Fold] {
			continue
		}
		l.topics.root.match(t, i, i, func(h TopicHit) { all = keep(all, last, h) })
	}
	var out []TopicHit
	for i, h := range all {
		if !overshadowed(all, i) {
			out = append(out, h)
		}
	}
	return out
}

// match yields the phrases below n that begin at word first and go on at word
// i: at each step exact words before stems, which they so win over.
func (n *topicNode) match(t *words.Text, first, i int, yield func(TopicHit)) {
	for i > first && i < len(t.Words) && passed[t.Words[i].Fold] {
		i++
	}
	if i == len(t.Words) {
		return
	}
	if n.exact != nil {
		n.exact[t.Words[i].Fold].goOn(t, first, i+1, yield)
	}
	if n.stems != nil {
		n.stems[t.Words[i].Stem].goOn(t, first, i+1, yield)
	}
}

// goOn yields what ends at n, and what goes on from it at word i.
func (n *topicNode) goOn(t *words.Text, first, i int, yield func(TopicHit)) {
	if n == nil {
		return
	}
	for _, e := range n.ends {
		yield(TopicHit{Entry: e.entry, Strength: e.strength, First: first, End: i})
	}
	if n.exact != nil || n.stems != nil {
		n.match(t, first, i, yield)
	}
}

// keep appends h, unless it shares words with the topic's last hit; it takes
// that one's place where both begin together.
func keep(all []TopicHit, last map[*Entry]int, h TopicHit) []TopicHit {
	k, ok := last[h.Entry]
	switch {
	case !ok || all[k].End <= h.First:
		last[h.Entry] = len(all)
		return append(all, h)
	case all[k].First == h.First && all[k].End < h.End:
		all[k] = h
	}
	return all
}

// widest is how many words a phrase and the words passed over in it may take.
const widest = 24

// overshadowed reports whether hit i lies inside a stronger one of another
// topic. Hits are in order of their first words, so only near ones are looked at.
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

func overshadows(o, h TopicHit) bool {
	return o.Entry != h.Entry && o.Strength > h.Strength && o.First <= h.First && h.End <= o.End && !o.Entry.within(h.Entry)
}
