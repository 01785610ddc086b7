package topicfit

import (
	"slices"

	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/score"
)

// A Result is how well points found from all other sets do on a set.
type Result struct {
	Set     Set
	Strict  score.Count
	Lenient score.Count // a topic that another reader might give is not wrong
}

// Cross fits to all sets but one and tries that one, for each in turn.
func Cross(l *lexicon.Lexicon, sets []Set) (out []Result) {
	for i, set := range sets {
		var others []Example
		for _, other := range slices.Concat(sets[:i], sets[i+1:]) {
			others = append(others, other.Examples...)
		}
		out = append(out, try(l, set, Fit(l, others)))
	}
	return out
}

// try compares what readers gave with what is given with some points.
func try(l *lexicon.Lexicon, set Set, points lexicon.TopicPoints) Result {
	r := Result{Set: set}
	for _, e := range set.Examples {
		strict, maybe := score.Count{Missed: len(e.Topics)}, 0
		for _, c := range e.Candidates {
			switch with := repointed(c, l, points); {
			case !with.Given():
			case e.has(c):
				strict.Right++
				strict.Missed--
			default:
				strict.Wrong++
				if e.might(c) {
					maybe++
				}
			}
		}
		r.Strict.Add(strict)
		r.Lenient.Add(strict)
		r.Lenient.Wrong -= maybe
	}
	return r
}

// repointed returns c as it is with some points.
func repointed(c extract.Candidate, l *lexicon.Lexicon, points lexicon.TopicPoints) extract.Candidate {
	id := c.Topic.ID
	c.Bar, c.Phrases = points.Bars[id], slices.Clone(c.Phrases)
	for i := range c.Phrases {
		p := &c.Phrases[i]
		n, ok := points.Phrases[id][l.Phrase(p.Number)]
		if !ok {
			n = p.Strength.Points()
		}
		p.Points = n
	}
	return c
}
