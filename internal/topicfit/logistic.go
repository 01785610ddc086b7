package topicfit

import (
	"math"
	"math/rand/v2"
)

// How the regression goes about: by stochastic gradient descent with a step of its
// own for each weight (AdaGrad), which suits features as rare as phrases. The
// cross-validated figures are about the same for twice or half of each.
const (
	rounds = 25
	step   = 0.1
	pull   = 0.05 // of a weight towards 0, each time that its feature is seen
	seed   = 1
)

// A feature is the number of a weight, and how much that bears on a case.
type feature struct {
	weight int
	value  float64
}

// A trial is one case to learn from.
type trial struct {
	offset   float64 // of the log odds, before any weight
	features []feature
	holds    bool
}

// odds returns the log odds that the case holds.
func (t trial) odds(weights []float64) float64 {
	z := t.offset
	for _, f := range t.features {
		z += weights[f.weight] * f.value
	}
	return z
}

// regress returns n weights under which the trials come out as they did, by
// logistic regression. It shuffles the trials, each time in the same way.
func regress(trials []trial, n int) []float64 {
	weights, squares := make([]float64, n), make([]float64, n)
	random := rand.New(rand.NewPCG(seed, seed))
	for range rounds {
		random.Shuffle(len(trials), func(i, j int) { trials[i], trials[j] = trials[j], trials[i] })
		for _, t := range trials {
			miss := 1 / (1 + math.Exp(-t.odds(weights)))
			if t.holds {
				miss--
			}
			for _, f := range t.features {
				slope := miss*f.value + pull*weights[f.weight]
				squares[f.weight] += slope * slope
				if slope != 0 {
					weights[f.weight] -= step * slope / math.Sqrt(squares[f.weight])
				}
			}
		}
	}
	return weights
}
