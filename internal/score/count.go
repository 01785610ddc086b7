package score

// A Count is how often the program was right, wrong and silent.
type Count struct{ Right, Wrong, Missed int }

// Precision is the share of what was found that is right, 1 where nothing was found.
func (c Count) Precision() float64 { return ratio(c.Right, c.Right+c.Wrong) }

// Recall is the share of what is there that was found, 1 where nothing is there.
func (c Count) Recall() float64 { return ratio(c.Right, c.Right+c.Missed) }

// F1 is the harmonic mean of precision and recall.
func (c Count) F1() float64 {
	p, r := c.Precision(), c.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// Add adds d to c.
func (c *Count) Add(d Count) { c.Right += d.Right; c.Wrong += d.Wrong; c.Missed += d.Missed }
