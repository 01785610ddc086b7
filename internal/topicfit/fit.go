package topicfit

import (
	"math"

	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
)

// What points mean: a topic with the points to be given has the log odds giveFrom,
// and each unit more takes scale points. A topic is so given from a chance of 0.35
// up, as F1 is best where it is given from half of the F1 reached.
const (
	scale    = 3.0
	giveFrom = -0.6
	most     = 9 // points of a phrase
)

// A weight is the points of a phrase above what its column counts, or where
// phrase is "" those of a topic, which its bar takes away; in units of scale.
type weight struct {
	topic, phrase string
	usual         int // points of the column
}

// A fit numbers the weights of the phrases and topics that it comes upon.
type fit struct {
	lexicon *lexicon.Lexicon
	number  map[weight]int
}

// Fit returns the points under which the examples are likely: each phrase is
// pulled towards what its column counts, each bar towards none, so that what is
// seldom seen stays near. What is not seen has no points.
func Fit(l *lexicon.Lexicon, examples []Example) lexicon.TopicPoints {
	f := fit{l, make(map[weight]int)}
	var trials []trial
	for _, e := range examples {
		for _, c := range e.Candidates {
			t := f.trial(c, e.has(c))
			for range e.Times {
				trials = append(trials, t)
			}
		}
	}
	return f.points(regress(trials, len(f.number)))
}

// trial asks whether a candidate is given, its log odds being linear in the
// points by which extract decides.
func (f *fit) trial(c extract.Candidate, given bool) trial {
	t := trial{offset: giveFrom - extract.Enough/scale, holds: given}
	t.features = append(t.features, f.feature(weight{topic: c.Topic.ID}, 1))
	for _, p := range c.Phrases {
		w := weight{c.Topic.ID, f.lexicon.Phrase(p.Number), p.Strength.Points()}
		t.offset += p.Share * float64(w.usual) / scale
		t.features = append(t.features, f.feature(w, p.Share))
	}
	return t
}

func (f *fit) feature(w weight, value float64) feature {
	n, ok := f.number[w]
	if !ok {
		n = len(f.number)
		f.number[w] = n
	}
	return feature{n, value}
}

// points turns weights into whole points.
func (f *fit) points(weights []float64) lexicon.TopicPoints {
	p := lexicon.TopicPoints{Phrases: make(map[string]map[string]int), Bars: make(map[string]int)}
	for w, n := range f.number {
		more := scale * weights[n]
		if w.phrase == "" {
			p.Bars[w.topic] = -int(math.Round(more))
			continue
		}
		if p.Phrases[w.topic] == nil {
			p.Phrases[w.topic] = make(map[string]int)
		}
		p.Phrases[w.topic][w.phrase] = min(max(w.usual+int(math.Round(more)), 0), most)
	}
	return p
}
