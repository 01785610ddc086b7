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
// Law" is a subject, and the "Law Commission" is an institution.
func (f *finder) noLaw(first, end int) bool {
	if f.t.Is(f.at, "law") && f.at > first && f.t.Is(f.at-1, "international", "customary", "humanitarian") {
		return true
	}
	if end == f.end || !f.t.Words[f.end].Capital() {
		return false
	}
	return slices.ContainsFunc(f.heads.Fold(f.t.Words[end-1].Form), func(ref headRef) bool {
		to, ok := ref.head.at(f.t, end-1)
		return ok && to == end && ref.rule.Class == schema.ClassInstitution
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
