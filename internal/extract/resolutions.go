package extract

import (
	"rapporteur/internal/rule"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// withResolutions lengthens the name of a policy by the resolutions that it
// carries out: "National Action Plan on Security Council resolution 1325 (2000)".
func (p *paragraph) withResolutions(m rule.Match, found []rule.Match) rule.Match {
	if m.Class != schema.ClassPolicy {
		return m
	}
	for _, d := range found {
		if d.Class == schema.ClassDocument && m.First < d.First && m.End < d.End && p.carriesOut(m.End, d.First) {
			m.End, m.Name = d.End, p.text.Quote(m.First, d.End)
			return m
		}
	}
	return m
}

// carriesOut reports whether the words from i to end, if any, say that a plan is
// for what follows.
func (p *paragraph) carriesOut(i, end int) bool {
	if end-i > 5 || i == end {
		return false
	}
	for ; i < end; i++ {
		if !carrying[p.text.Words[i].Fold] {
			return false
		}
	}
	return true
}

var carrying = words.Set("on for of to the implementation implementing implement united nations")
