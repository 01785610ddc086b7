package rule

// Before an infinitive, a gerund or a noun stands what tells whether the fact
// is one: "was the first to ratify", "failed to ratify", "considered acceding
// to", "welcomed the accession to".

// governed settles the mood and subject of an infinitive.
func (c *clause) governed(p Predicate, g group) (Predicate, bool) {
	g.to = c.firstOfList(g.to)
	k := g.to - 1
	for c.adverb(k) && c.cueAt(k) == "" {
		k--
	}
	switch {
	case c.is(k, "had", "has", "have"):
		return c.by(p, k, g.to, Recommended), true // "had to ratify"
	case beForms[c.foldAt(k)]:
		return c.by(p, k, g.to, Intended), true // "was soon to ratify"
	}
	for j, n := g.to-1, 0; j >= c.sent.First && n < governorReach; j, n = j-1, n+1 {
		if boundary[c.t.Words[j].Fold] {
			break
		}
		mood, far := c.governor(j, n)
		if mood == "" || n > far {
			continue
		}
		if g.not && mood != Recommended {
			mood = Negated
		}
		if c.cueAt(j) == cueOrdinal {
			return c.fulfilled(p, j), true
		}
		p = c.by(p, j, g.to, mood)
		if n > 0 && (mood == Recommended || mood == Possible) && far == governorReach {
			p.From, p.Before = j+1, g.to // "urged Utopia to ratify"
		}
		return p, true
	}
	return p, false
}

// firstOfList is the "to" that governs the one at word to: "to sign the Treaty
// and to ratify".
func (c *clause) firstOfList(to int) int {
	j := to - 1
	if !c.is(j, "and", "or", ",") {
		return to
	}
	for j--; j > c.sent.First && j > to-2*governorReach && !boundary[c.foldAt(j)]; j-- {
		if c.is(j, "to") && c.cueAt(j-1) != "" {
			return j
		}
	}
	return to
}

// governorReach is how far back a word may stand that tells of an infinitive.
const governorReach = 12

// governor is what word j makes of the infinitive n words behind it, and how
// far behind it may stand.
func (c *clause) governor(j, n int) (Mood, int) {
	switch c.cueAt(j) {
	case cueFulfilled:
		return Asserted, 1
	case cueOrdinal:
		return Asserted, 6
	case cueNegated:
		return Negated, 1
	case cueIntended, cueHoped:
		return Intended, 4
	case cueRecommended:
		return Recommended, governorReach
	case cuePossible:
		return Possible, governorReach
	case cueAsked:
		if n == 0 {
			return Intended, 0 // "had asked to visit"
		}
		return Recommended, governorReach // "asked Utopia to ratify"
	}
	return "", 0
}

// by puts the predicate under the verb at word j, from which it has its subject.
func (c *clause) by(p Predicate, j, to int, mood Mood) Predicate {
	g := c.group(j)
	if c.auxiliary(c.foldAt(j)) {
		g = c.group(to)
	}
	if g.near == "" && g.to < 0 && !c.endsInEd(j) && !c.question(j) {
		if earlier, ok := c.lastGroup(j); ok { // "had plans to ratify"
			g = earlier
		}
	}
	if g.to >= 0 && g.to < to {
		if higher, ok := c.governed(p, g); ok && higher.Mood != Asserted {
			return higher // "encouraged Utopia to consider ratifying"
		}
	}
	p.First, p.Before = min(p.First, g.first), c.subjectEnd(g)
	if mood == Asserted || mood == Intended || mood == Possible {
		switch told := c.told(g); {
		case g.not || c.is(j-1, "no", "not") || c.noOne(p.Before):
			mood = Negated
		case told == Recommended && mood != Possible || mood == Asserted:
			mood = told
		}
	}
	p.Mood = mood
	return p
}

// fulfilled: "had been among the first to ratify", "as one of the first States
// to ratify".
func (c *clause) fulfilled(p Predicate, j int) Predicate {
	p.Mood = Asserted
	for k := j - 1; k >= c.sent.First && k > j-8; k-- {
		switch {
		case c.is(k, "as"):
			p.From, p.Before = max(c.sent.First+1, k-4), k // "the status of Utopia as one of the first"
			return p
		case beForms[c.foldAt(k)] || haveForms[c.foldAt(k)]:
			g := c.group(k + 1)
			p.First, p.Before, p.Mood = min(p.First, g.first), c.subjectEnd(g), c.told(g)
			return p
		}
	}
	p.Before = -1
	return p
}

// gerund: "was considering acceding to", "without ratifying", "after ratifying".
func (c *clause) gerund(p Predicate, g group) (Predicate, bool) {
	if haveForms[g.near] || g.near != "" || g.to >= 0 {
		if g.to < 0 || !c.cued(g.to, 4, cueIntended) {
			return p, false
		}
		p = c.by(p, g.to-1, g.to, Intended) // "committed to acceding"
		p.Mood = c.framed(p.Mood, p.First)
		return p, true
	}
	j := g.before - 1
	switch {
	case c.is(j, "without"):
		p.Mood = Negated
	case c.is(j, "before"):
		p.Mood = Possible
	case c.is(j, "after", "since", "by") && j > c.sent.First:
		p.Mood = Asserted
	default:
		if c.is(j, "of", "in", "on", "for") {
			j--
		}
		mood, _ := c.governor(j, 1)
		if mood == "" || mood == Asserted || c.cueAt(j) == cueWelcomed {
			return p, false
		}
		p = c.by(p, j, p.First, mood)
		p.Mood = c.framed(p.Mood, max(p.Before, c.sent.First))
		return p, true
	}
	earlier, ok := c.lastGroup(j)
	if !ok {
		return p, false
	}
	p.Before, p.Mood = c.subjectEnd(earlier), c.framed(p.Mood, p.Before)
	return p, true
}

func (c *clause) foldAt(j int) string {
	if j < c.sent.First || j >= c.sent.End {
		return ""
	}
	return c.t.Words[j].Fold
}

// cueAt is the cue that word j is, "" where it is none.
func (c *clause) cueAt(j int) cue {
	if j < c.sent.First || j >= c.sent.End {
		return ""
	}
	return c.cues.Fold(c.t.Words[j].Form)
}

// pastForm reports whether word j looks like a past participle.
func (c *clause) pastForm(j int) bool {
	return c.endsInEd(j) || c.is(j, "set", "held", "made", "given", "put", "found", "taken", "built", "drawn", "begun", "brought", "sent", "drawn")
}

func (c *clause) endsInEd(j int) bool {
	w := c.foldAt(j)
	return len(w) > 3 && w[len(w)-2:] == "ed"
}
