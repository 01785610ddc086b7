package reconcile

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"rapporteur/internal/names"
)

// A Result is what a query found, best first.
type Result struct {
	Candidates []Candidate `json:"result"`
}

// A Candidate is an entity that a query may mean. For its score see the package.
type Candidate struct {
	ID          string    `json:"id"`
	Name        string    `json:"name"`
	Description string    `json:"description,omitempty"`
	Types       []Type    `json:"type"`  // its own first
	Score       float64   `json:"score"` // 0 to 100, to a tenth
	Match       bool      `json:"match"`
	Features    []Feature `json:"features"`
}

// A Feature is a part of a score.
type Feature struct {
	ID    string `json:"id"`
	Value any    `json:"value"` // a number from 0 to 1, or a truth value
}

// Ids of features.
const (
	NameSimilarity = "name_similarity"
	TypeMatch      = "type_match"
	PropertyFit    = "property_fit"
)

// What a score loses by properties that do not fit, and keeps of another type.
const (
	propertyWeight = 0.3
	otherType      = 0.6
)

// A draft is a candidate whose score is not known yet.
type draft struct {
	names.Match         // Likeness is 0 where the query has no name
	fit         float64 // 0 to 1
	typed       bool    // of a type wanted
}

func (d draft) score(named bool) float64 {
	score := 50 * d.fit
	if named {
		score = 100 * d.Likeness * (1 - propertyWeight*(1-d.fit))
	}
	if !d.typed {
		score *= otherType
	}
	return math.Round(score*10) / 10
}

// rank makes candidates of the best drafts. match is the id of the one that is
// meant, "" for none; it comes first among those of its score.
func (s Service) rank(p plan, drafts []draft, match string) []Candidate {
	out := make([]Candidate, 0, len(drafts))
	for _, d := range drafts {
		c := Candidate{
			ID: d.ID, Name: d.Label, Types: s.typesOf(d.Class),
			Score: d.score(p.query.Text != ""), Match: d.ID == match,
		}
		if p.query.Text != "" {
			c.Features = append(c.Features, Feature{NameSimilarity, round(d.Likeness)})
		}
		if len(p.query.Types) > 0 {
			c.Features = append(c.Features, Feature{TypeMatch, d.typed})
		}
		if len(p.conditions) > 0 {
			c.Features = append(c.Features, Feature{PropertyFit, round(d.fit)})
		}
		out = append(out, c)
	}
	first := map[bool]int{false: 1}
	slices.SortStableFunc(out, func(a, b Candidate) int {
		return cmp.Or(
			-cmp.Compare(a.Score, b.Score), cmp.Compare(first[a.Match], first[b.Match]),
			strings.Compare(a.Name, b.Name), strings.Compare(a.ID, b.ID),
		)
	})
	return out[:min(len(out), p.limit)]
}

// round keeps three places.
func round(x float64) float64 { return math.Round(x*1000) / 1000 }
