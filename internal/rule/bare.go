package rule

import (
	"slices"

	"rapporteur/schema"
)

// bare reports whether the words are a head and nothing else: "the Service",
// "the Optional Protocol", "the Panel of Experts". Of what is no agreement or
// group, a head of several words is a name: "the High Court".
func (f *finder) bare(first, end int) bool {
	if first == f.at && end == f.end {
		return true
	}
	if f.rule.Class != schema.ClassAgreement && f.rule.Kind != "working-group" {
		return false
	}
	for _, ref := range f.heads.Fold(f.t.Words[first].Form) {
		if to, ok := ref.head.at(f.t, first); ok && to == end {
			return true
		}
	}
	return false
}

// noLaw reports whether the words only hold the head of a law: "International
// Law" is a subject, "Declaration on River Law" is about one, and the "Law
// Commission" is an institution.
func (f *finder) noLaw(first, end int) bool {
	switch {
	case f.at == first || !f.t.Is(f.at, "law"):
	case f.t.Is(f.at-1, "international", "customary", "humanitarian"):
		return true
	case f.about(first):
		return true
	}
	return end > f.end && f.t.Words[f.end].Capital() && f.headOf(end-1, func(r *Name) bool { return r.Class == schema.ClassInstitution })
}

// about reports whether another thing is named from word first on, which the law
// is only the subject of.
func (f *finder) about(first int) bool {
	for i := first + 1; i < f.at; i++ {
		if f.t.Is(i, "of", "on", "for") {
			return f.headOf(i-1, func(r *Name) bool { return r.Class != schema.ClassLaw && r.Place != Last })
		}
	}
	return false
}

// headOf reports whether word i is a head of a rule that is so.
func (f *finder) headOf(i int, is func(*Name) bool) bool {
	return slices.ContainsFunc(f.heads.Fold(f.t.Words[i].Form), func(ref headRef) bool {
		to, ok := ref.head.at(f.t, i)
		return ok && to == i+1 && is(ref.rule)
	})
}

// onlyRanks reports whether nothing but ranks stands before the head.
func (f *finder) onlyRanks(first int) bool {
	for i := first; i < f.at; i++ {
		if !ranks[f.t.Words[i].Fold] {
			return false
		}
	}
	return first < f.at
}
