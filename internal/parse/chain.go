package parse

// A record numbers its paragraphs 1, 2, 3 … without a gap, but not every printed
// number is a paragraph's: quotations bring their own, and lists, and years at
// the start of a line. Numbers are lost as well. So the numbers are taken
// together: of all rising chains of printed numbers the one is chosen that
// explains most of them and leaves the fewest speakers without a number.

// chainWindow is how many numbered blocks back a chain's next link is looked for.
const chainWindow = 60

// Weights of a chain.
const (
	forLink      = 2.0 // each number explained
	forNext      = 1.0 // the next number on the next numbered block
	forVoice     = 0.5 // the block names a speaker
	perSpeaker   = 2.0 // a speaker between two links for whom no number is missing
	perMissing   = 0.25
	maxLost      = 1.5 // missing numbers cost no more than this
	atSpeechless = 2   // unnumbered speakers that make a record without numbers
)

// choose marks the blocks whose printed number is the paragraph's.
func choose(blocks []block) {
	var numbered []int
	before := make([]tally, len(blocks)+1)
	var voiced, unvoiced int
	for i := range blocks {
		b := &blocks[i]
		before[i+1] = before[i]
		switch {
		case b.number > 0 && !b.quoted:
			numbered = append(numbered, i)
			if b.voice.kind != silent {
				voiced++
			}
		case b.role == plain:
			before[i+1].plain++
			if b.voice.kind == speaking {
				before[i+1].speakers++
				unvoiced++
			}
		}
	}
	if voiced == 0 && unvoiced >= atSpeechless {
		return // the numbers are those of a list
	}
	for _, i := range bestChain(blocks, numbered, before) {
		blocks[i].chosen = true
	}
}

// A tally counts unnumbered blocks up to some place.
type tally struct{ plain, speakers int }

// cost is what it costs to leave k numbers missing where the blocks between two
// tallies stand.
func cost(k int, from, to tally) float64 {
	speakers, plain := to.speakers-from.speakers, to.plain-from.plain
	switch {
	case speakers > k:
		return perSpeaker * float64(speakers-k)
	case k > plain:
		return min(perMissing*float64(k-plain), maxLost)
	}
	return 0
}

// bestChain returns the best rising chain of numbered blocks, in order.
func bestChain(blocks []block, numbered []int, before []tally) []int {
	score := make([]float64, len(numbered))
	prev := make([]int, len(numbered))
	best := -1
	for j, at := range numbered {
		b := &blocks[at]
		score[j] = forLink - cost(b.number-1, tally{}, before[at])
		prev[j] = -1
		for i := max(0, j-chainWindow); i < j; i++ {
			from := &blocks[numbered[i]]
			if from.number >= b.number {
				continue
			}
			s := score[i] + forLink - cost(b.number-from.number-1, before[numbered[i]+1], before[at])
			if b.number == from.number+1 && i == j-1 {
				s += forNext
			}
			if s > score[j] {
				score[j], prev[j] = s, i
			}
		}
		if b.voice.kind != silent {
			score[j] += forVoice
		}
		if score[j] > 0 && (best < 0 || score[j] >= score[best]) {
			best = j
		}
	}
	var chain []int
	for j := best; j >= 0; j = prev[j] {
		chain = append(chain, numbered[j])
	}
	for i, j := 0, len(chain)-1; i < j; i, j = i+1, j-1 {
		chain[i], chain[j] = chain[j], chain[i]
	}
	return chain
}
