package rule

import (
	"maps"
	"strings"

	"rapporteur/internal/words"
)

// A group is a verb with what stands before it and belongs to it: "had not yet
// been", "did not", "to be".
type group struct {
	at     int    // the verb
	first  int    // the first auxiliary, or the verb itself
	before int    // where the words end that stand before the group
	near   string // the auxiliary next to the verb, "" if there is none
	to     int    // the word "to", -1 if there is none
	modal  string
	not    bool
	being  bool
}

var (
	haveForms = words.Set("had has have having")
	beForms   = words.Set("was were is are am be been being")
	modals    = words.Set("would should could might may must shall will can cannot")
	doForms   = words.Set("did do does")
	adverbs   = words.NewIndex(words.Set("also nevertheless however moreover consequently accordingly indeed nonetheless already recently currently still yet since just only finally now then soon therefore thus even ever always often closely fully once subsequently meanwhile itself together never not both long hitherto likewise first thereby again too further well hard"))
	// auxiliaries are all of these, and the copulas.
	auxiliaries = union(haveForms, beForms, modals, doForms, copulas)
	// noAdverbs end in -ly and are none.
	noAdverbs = words.Set("family reply supply apply assembly july italy rely imply comply multiply early daily monthly ally")
)

func union(sets ...map[string]bool) map[string]bool {
	all := make(map[string]bool)
	for _, set := range sets {
		maps.Copy(all, set)
	}
	return all
}

// group reads the verb group whose verb is word i.
func (c *clause) group(i int) group {
	g := group{at: i, first: i, before: i, to: -1}
	for j := i - 1; j >= c.sent.First; j-- {
		w := c.t.Words[j].Fold
		switch {
		case w == "not" || w == "never" || w == "longer" && c.is(j-1, "no"):
			g.not = true
			if w == "longer" {
				j--
			}
			g.first, g.before = j, j
		case w == "to":
			g.to, g.first, g.before = j, j, j
			if c.is(j-1, "not") {
				g.not, g.first, g.before = true, j-1, j-1
			}
			return g
		case c.auxiliary(w):
			g.take(w)
			g.first, g.before = j, j
		case c.adverb(j):
			g.before = j
		default:
			k := c.skipBack(j)
			if k == j+1 {
				return g
			}
			j, g.before = k, k
		}
	}
	return g
}

func (c *clause) auxiliary(w string) bool {
	return auxiliaries[w]
}

// take notes the auxiliary w, which stands before those noted so far.
func (g *group) take(w string) {
	if g.near == "" {
		g.near = w
	}
	switch {
	case modals[w]:
		g.modal = w
		g.not = g.not || w == "cannot"
	case w == "being":
		g.being = true
	}
}

func (c *clause) adverb(j int) bool {
	if j < c.sent.First || j >= c.sent.End {
		return false
	}
	w := c.t.Words[j]
	return !adverbs.Lacks(w.Form) && adverbs.Fold(w.Form) || w.Shape == words.Lower && strings.HasSuffix(w.Fold, "ly") && !noAdverbs[w.Fold]
}

// skipBack passes over a time ("in 2013", "in March 2009") or an aside between
// commas that ends with word j; it returns where that begins, j+1 if nothing
// ends there.
func (c *clause) skipBack(j int) int {
	if c.is(j, ",") {
		for k := j - 1; k > j-8 && k > c.sent.First; k-- {
			if c.is(k, ",") && c.auxiliary(c.t.Words[k-1].Fold) {
				return k
			}
		}
		return j + 1
	}
	if c.is(j, "last", "present", "length", "first", "times") && c.is(j-1, "at") {
		return j - 1
	}
	k := j
	if c.t.Words[k].Shape != words.Number || len(c.t.Words[k].Fold) != 4 {
		return j + 1
	}
	for k--; k > c.sent.First && (words.Month(c.t.Words[k].Fold) > 0 || c.t.Words[k].Shape == words.Number); {
		k--
	}
	if c.is(k, "in", "on", "since", "by") && c.aux(k-1) {
		return k
	}
	return j + 1
}

func (c *clause) aux(j int) bool {
	return c.is(j, "had", "has", "have", "was", "were", "been", "not", "never", "also")
}

// boundary words begin a clause of their own.
var boundary = words.Set("that which who whom whose whether if because although though while whereas when where after since before until unless once ; :")

// lastGroup is the nearest verb group with an auxiliary before word i, within
// the same clause.
func (c *clause) lastGroup(i int) (group, bool) {
	for j := i - 1; j >= c.sent.First; j-- {
		w := c.t.Words[j].Fold
		if boundary[w] {
			return group{}, false
		}
		if c.auxiliary(w) {
			return c.group(c.verbAfter(j, i)), true
		}
	}
	return group{}, false
}

// verbAfter is the verb behind the auxiliary at word j, at most word end: past
// adverbs and an aside, as in "had, however, not yet signed".
func (c *clause) verbAfter(j, end int) int {
	for j++; j < end; j++ {
		if c.is(j, ",") {
			for k := j + 1; k < j+7 && k < end; k++ {
				if c.is(k, ",") {
					j = k
					break
				}
			}
			if !c.adverb(j+1) && !c.pastForm(j+1) {
				return j
			}
			continue
		}
		if !c.adverb(j) {
			break
		}
	}
	return j
}

// nextGroup is the first verb group with an auxiliary behind word i.
func (c *clause) nextGroup(i int) (group, bool) {
	for j := i; j < c.sent.End; j++ {
		if c.is(j, ";", ":") {
			return group{}, false
		}
		if c.auxiliary(c.t.Words[j].Fold) {
			for c.auxiliary(c.foldAt(j)) || c.adverb(j) {
				j++
			}
			return c.group(j), true
		}
	}
	return group{}, false
}

// subjectEnd is where the words end that name the subject of g: before g, or,
// where "and" joins g to a group before it, before that one.
func (c *clause) subjectEnd(g group) int {
	for {
		j := g.before
		if !c.is(j-1, "and", "or", "but", "nor") {
			return j
		}
		j--
		if c.is(j-1, ",") {
			j--
		}
		earlier, ok := c.lastGroup(j)
		if !ok {
			return g.before
		}
		g = earlier
	}
}
