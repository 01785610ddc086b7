package rule

import (
	"cmp"
	"slices"

	"rapporteur/internal/words"
	"rapporteur/schema"
)

type head struct{ words []words.Word }

type headRef struct {
	rule *Name
	head head
}

// Known says where a name ends that is known without rules and begins at a word,
// 0 where none begins; names that rules build stop before such words after "and".
// It may be nil.
type Known func(word int) (end int)

// FindNames returns the names that the name rules find in t, left to right, the
// longest of those that overlap.
func (s *Set) FindNames(t *words.Text, known Known) []Match { return s.AppendNames(nil, t, known) }

// AppendNames appends to out what FindNames returns.
func (s *Set) AppendNames(out []Match, t *words.Text, known Known) []Match {
	if known == nil {
		known = func(int) int { return 0 }
	}
	before := len(out)
	for i, w := range t.Words {
		if s.heads.Lacks(w.Form) {
			continue
		}
		for _, ref := range s.heads.Fold(w.Form) {
			if end, ok := ref.head.at(t, i); ok {
				f := finder{t: t, rule: ref.rule, knownTo: known, heads: &s.heads, at: i, end: end}
				if m, ok := f.find(); ok && !s.longerHead(t, m) {
					out = append(out, m)
				}
			}
		}
	}
	kept := longest(out[before:], len(t.Words))
	return out[:before+len(kept)]
}

// longerHead reports whether the name is nothing but another head, with a
// hyphen: the Sub-Commission is no Commission called "Sub".
func (s *Set) longerHead(t *words.Text, m Match) bool {
	if m.HeadAt == m.First || !t.Words[m.HeadAt].Joined {
		return false
	}
	return slices.ContainsFunc(s.heads.Fold(t.Words[m.First].Form), func(ref headRef) bool {
		end, ok := ref.head.at(t, m.First)
		return ok && end == m.End && !ref.rule.Alone
	})
}

// at reports whether the head stands at word i, and where it ends. A plural is
// another word and never a head; capitals are looked at later.
func (h head) at(t *words.Text, i int) (end int, ok bool) {
	if i+len(h.words) > len(t.Words) {
		return 0, false
	}
	for k, w := range h.words {
		if t.Words[i+k].Fold != w.Fold {
			return 0, false
		}
	}
	return i + len(h.words), true
}

// longest keeps, of matches that overlap, the longest; of equals the one whose
// head ends it, as English names do, then the one with the longer head, and then
// the first. The text has so many words.
func longest(ms []Match, count int) []Match {
	if len(ms) < 2 {
		return ms
	}
	slices.SortStableFunc(ms, func(a, b Match) int {
		return cmp.Or((b.End-b.First)-(a.End-a.First), (a.End-a.HeadEnd)-(b.End-b.HeadEnd), a.HeadAt-b.HeadAt)
	})
	out := ms[:0]
	taken := make([]bool, count) // by word
	for _, m := range ms {
		if slices.Contains(taken[m.First:m.End], true) {
			continue
		}
		for i := m.First; i < m.End; i++ {
			taken[i] = true
		}
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b Match) int { return a.First - b.First })
	return out
}

// A finder builds one name outwards from its head.
type finder struct {
	t       *words.Text
	rule    *Name
	knownTo Known
	heads   *words.Index[[]headRef]
	at, end int // the head
}

// known reports whether a name that is known without rules begins at word i.
func (f *finder) known(i int) bool { return f.knownTo(i) > 0 }

func (f *finder) find() (Match, bool) {
	capital := f.capitalHead()
	switch {
	case capital:
		return f.titled()
	case f.rule.Described && f.plainHead():
		if m, ok := f.described(); ok || !f.rule.LowerHead {
			return m, ok
		}
		return f.lowerHead()
	case f.rule.LowerHead:
		return f.lowerHead()
	}
	return Match{}, false
}

// capitalHead: every word of the head is capitalised as in the rule.
func (f *finder) capitalHead() bool {
	for i := f.at; i < f.end; i++ {
		if f.t.Words[i].Shape == words.Lower && !joiners[f.t.Words[i].Fold] {
			return false
		}
	}
	return true
}

func (f *finder) plainHead() bool {
	for i := f.at; i < f.end; i++ {
		if f.t.Words[i].Shape != words.Lower {
			return false
		}
	}
	return true
}

func (f *finder) titled() (Match, bool) {
	first := f.at
	if f.rule.Place != First || f.rule.Class == schema.ClassInstitution || f.rule.Class == schema.ClassPolicy {
		first = f.left(f.at)
	}
	end := f.adjacent(f.end)
	if f.rule.Place != Last {
		end = f.right(f.end)
	}
	if f.rule.Numbered {
		end = f.number(end)
	}
	if end < len(f.t.Words) && gatherings[f.t.Words[end].Fold] && f.t.Words[end].Capital() {
		return Match{}, false // "Inter-Committee Meeting" is no committee
	}
	if to := f.plainTitle(first, end); to > end {
		m := f.match(first, to)
		m.Described = true
		return m, true
	}
	if f.rule.Class == schema.ClassLaw && f.noLaw(first, end) {
		return Match{}, false
	}
	if f.rule.Kind == "commissioner" && end == f.end && f.onlyRanks(first) {
		return Match{}, false // "the Deputy Commissioner" is a person
	}
	if !f.rule.Alone && f.bare(first, end) {
		return Match{}, false
	}
	return f.match(first, end), true
}

func (f *finder) match(first, end int) Match {
	return Match{
		Rule: f.rule.ID, Class: f.rule.Class, Kind: f.rule.Kind, First: first, End: end, Head: f.t.Words[f.end-1].Fold, HeadAt: f.at, HeadEnd: f.end,
		Name: f.t.Quote(first, end), National: !f.rule.International,
	}
}
