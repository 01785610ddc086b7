package rule

// nounReach is how far before or behind a noun the verb may stand that tells.
const nounReach = 10

// listReach is how far before it a verb may stand that tells of a list: "commended
// the State for the adoption of …, the reform of … and the establishment of".
const listReach = 45

// noun is told by the verb before it ("welcomed the ratification of"), or by
// the one behind it ("accession to … was awaiting approval").
func (c *clause) noun(p Predicate) (Predicate, bool) {
	p.Voice, p.Before, p.Mood = Noun, -1, Unclear
	for j := p.First - 1; j >= c.sent.First && j >= p.First-listReach; j-- {
		w := c.foldAt(j)
		if w == ";" || w == ":" || w == "that" || w == "which" {
			break
		}
		if mood := c.tells(j); mood != "" && (j >= p.First-nounReach || c.tellsOfList(j)) {
			p.Mood = mood
			c.ruler(&p, j)
			break
		}
	}
	if p.Mood == Unclear {
		p.Mood = c.toldBehind(p.End)
	}
	switch f := c.frame(p.First); {
	case f == Asked && p.Mood != Unclear, f == Possible && p.Mood == Asserted:
		p.Mood = f
	}
	return p, true
}

// tells is what the cue at word j makes of the noun behind it.
func (c *clause) tells(j int) Mood {
	switch c.cueAt(j) {
	case cueWelcomed:
		return Asserted
	case cueNegated:
		return Negated
	case cueIntended, cueHoped:
		return Intended
	case cueRecommended:
		return Recommended
	case cueAsked:
		return Asked
	case cuePossible:
		return Possible
	}
	return ""
}

// tellsOfList reports whether word j is a verb whose objects may be many.
func (c *clause) tellsOfList(j int) bool {
	switch c.cueAt(j) {
	case cueWelcomed:
		return c.is(j, "commend", "commended", "commending", "welcomed", "welcoming", "congratulated", "noted", "applauded", "praised")
	case cueAsked:
		return true
	}
	return false
}

// ruler takes the subject from the verb at word j: who considers accession
// would accede; who is commended for the adoption has adopted.
func (c *clause) ruler(p *Predicate, j int) {
	switch {
	case p.Mood == Asserted || p.Mood == Recommended:
		p.From, p.Before = j+1, p.First
		if g := c.group(j); g.modal == "would" && !g.not && p.Mood == Asserted {
			p.Mood = Intended // "would welcome a visit"
		}
	case p.Mood == Intended:
		*p = c.by(*p, j, p.First, p.Mood)
	}
}

// toldBehind is the mood that the words behind a noun and its object tell.
func (c *clause) toldBehind(end int) Mood {
	for j := end; j < c.sent.End && j < end+2*nounReach; j++ {
		w := c.t.Words[j]
		switch {
		case w.Fold == ";":
			return Unclear
		case w.Fold == "," && c.is(j+1, "which", "who"):
			for j++; j < c.sent.End && !c.is(j, ","); j++ {
			}
		case w.Fold == "before" && c.aux(j-1):
			return Intended // "was before Parliament"
		case w.Fold == "would" || w.Fold == "will":
			return Intended
		case w.Fold == "should" || w.Fold == "must":
			return Recommended
		case c.tells(j) == Intended && (c.aux(j-1) || c.is(j-1, "under", "being")):
			return Intended
		}
	}
	return Unclear
}
