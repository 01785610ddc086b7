package rule

import "rapporteur/internal/words"

// verb reads the group of a verb: its voice, and what it says of the fact.
func (c *clause) verb(p Predicate, f form) (Predicate, bool) {
	g := c.group(p.First)
	if g.near == "" && g.to < 0 && f.kind != ing && c.is(g.before-1, "and", "or", ",", "but", "nor") {
		if earlier, ok := c.lastGroup(g.before - 1); ok {
			earlier.first = g.first // the words of the earlier verb are not this one's
			if beForms[earlier.near] && !c.pastForm(earlier.at) {
				earlier.near = "" // "was a party to … and cooperated with"
			}
			g = earlier
		}
	}
	switch f.kind {
	case base:
		if g.to < 0 && g.modal == "" && !doForms[g.near] && !c.question(p.First) && c.frame(g.before) != Recommended {
			return p, false
		}
	case present:
		if g.near != "" || g.to >= 0 {
			return p, false
		}
	case past:
		switch {
		case beForms[g.near]:
			p.Voice = Passive
		case haveForms[g.near]:
		case g.near == "" && g.to < 0:
			if c.participle(p.End) {
				p.Voice = Passive
			}
		default:
			return p, false
		}
		if p.Voice == Passive && c.prepositional(p.End) {
			return p, false
		}
	case ing:
		if !beForms[g.near] {
			return c.gerund(p, g)
		}
		if !p.Rule.Activity {
			g.being = true
		}
	}
	return c.finite(p, g)
}

// prepositional: a predicate that ends in a preposition has no passive.
func (c *clause) prepositional(end int) bool { return c.is(end-1, "to", "with", "of") }

// participle reports whether a past form without auxiliary, whose words end
// before word end, qualifies what stands before it: "signed in 1995".
func (c *clause) participle(end int) bool {
	if c.prepositional(end) {
		return false
	}
	return end >= c.sent.End || c.t.Words[end].Shape == words.Punct ||
		c.is(end, "by", "in", "on", "under", "between", "pursuant", "at", "with", "of", "during", "through", "as", "for", "within", "and", "or", "to", "without", "since", "following", "after", "thereunder", "following")
}

// finite settles the subject and the mood of a predicate with the group g.
func (c *clause) finite(p Predicate, g group) (Predicate, bool) {
	p.First = min(g.first, p.First)
	p.Before = c.subjectEnd(g)
	p.Mood = c.told(g)
	if g.to >= 0 {
		var ok bool
		if p, ok = c.governed(p, g); !ok {
			return p, false
		}
	}
	if p.Mood != Recommended && p.Mood != Asked && (c.noOne(p.Before) || c.is(p.After, "no", "neither", "none")) {
		p.Mood = Negated
	}
	frame := p.Before
	if p.From > 0 || frame < 0 {
		frame = max(p.From, g.before)
	}
	p.Mood = c.framed(p.Mood, frame)
	return p, true
}

// told is the mood that the group itself tells.
func (c *clause) told(g group) Mood {
	switch {
	case g.modal == "should" || g.modal == "must":
		return Recommended
	case g.not:
		return Negated
	case g.modal == "would" || g.modal == "will" || g.modal == "shall" || g.being:
		return Intended
	case g.modal != "":
		return Possible
	}
	return Asserted
}

// noOneReach is how far back "no" may stand before the verb: "no agreement on
// readmission had been concluded".
const noOneReach = 12

// noOne reports whether the subject that ends before word end is denied.
func (c *clause) noOne(end int) bool {
	for j := end - 1; j >= c.sent.First && j > end-noOneReach; j-- {
		w := c.t.Words[j]
		switch {
		case w.Shape == words.Punct || boundary[w.Fold] || c.auxiliary(w.Fold):
			return false
		case c.is(j, "no", "neither", "none", "nobody", "nor"):
			return true
		}
	}
	return false
}

// question reports whether what word i says is asked, and not what follows it
// after a semicolon.
func (c *clause) question(i int) bool {
	if !c.is(c.sent.End-1, "?") {
		return false
	}
	for j := i; j < c.sent.End; j++ {
		if c.is(j, ";") {
			return false
		}
	}
	return true
}

// framed is the mood of a fact within the clause that it stands in: what is
// asked stays open however it is put, what is recommended is not yet so.
func (c *clause) framed(m Mood, at int) Mood {
	switch f := c.frame(at); {
	case f == Asked || f == Recommended:
		return f
	case f == Possible && (m == Asserted || m == Intended), f == Intended && m == Asserted:
		return f
	}
	return m
}

// frame is what the words before word at make of what stands behind them:
// Asked after "asked whether" and in a question, Recommended after "recommended
// that", Possible after "if" and "until", Asserted where nothing is made of it.
func (c *clause) frame(at int) Mood {
	comma := false
	at = c.beforeAside(at)
	for j := at - 1; j >= c.sent.First; j-- {
		switch w := c.t.Words[j].Fold; w {
		case ";", ":":
			return c.put(at)
		case ",":
			comma = true
		case "whether":
			return Asked
		case "if":
			if c.cued(j, 4, cueAsked) {
				return Asked
			}
			return Possible
		case "once", "unless", "until", "till", "before", "lest":
			if !comma {
				return Possible
			}
		case "why":
			return Asserted // the question takes it for granted
		case "how", "what", "when", "where":
			if c.cued(j, 4, cueAsked) {
				return Asked
			}
			if w == "when" && !c.question(at) {
				return Asserted
			}
		case "which", "who", "whose", "whom":
			if c.cued(j, 2, cueAsked) {
				return Asked
			}
			if j > c.sent.First {
				return Asserted
			}
		case "although", "though", "because", "since", "whereas", "after", "while", "despite":
			if !comma || w != "after" && w != "since" {
				return Asserted
			}
		case "that":
			if !c.auxiliary(c.foldAt(j-1)) && j > c.sent.First { // not "Would that law"
				return c.said(j)
			}
		}
	}
	return c.put(at)
}

// put is whether the clause at word at is put as a question.
func (c *clause) put(at int) Mood {
	if c.question(at) {
		return Asked
	}
	return Asserted
}

// beforeAside goes back over ", which …," before word at.
func (c *clause) beforeAside(at int) int {
	if !c.is(at-1, ",") {
		return at
	}
	for j := at - 2; j > c.sent.First; j-- {
		if c.is(j, ",") && c.is(j+1, "which", "who", "whose") {
			return j
		}
	}
	return at
}

// said is what the verb before the "that" at word j makes of what follows.
func (c *clause) said(j int) Mood {
	for _, m := range []struct {
		cue  cue
		mood Mood
	}{{cueRecommended, Recommended}, {cueHoped, Intended}} {
		if c.cued(j, 3, m.cue) {
			return m.mood
		}
	}
	return Asserted
}

// cued reports whether one of the n words before word j is such a cue.
func (c *clause) cued(j, n int, want cue) bool {
	for k := j - 1; k >= j-n && k >= c.sent.First; k-- {
		if c.cueAt(k) == want {
			return true
		}
	}
	return false
}
