package rule

import "rapporteur/internal/words"

// A Voice says how a predicate and what it speaks of stand to each other.
type Voice uint8

// The voices.
const (
	// Active: who acts stands before the predicate, what is acted on behind it.
	Active Voice = iota
	// Passive: what is acted on stands before it, who acts behind it after "by".
	Passive
	// Noun: what is acted on stands behind it; who acts where it can, or nowhere.
	Noun
	// Role: "As a member of …, Utopia": who acts stands behind what is acted on.
	Role
	// Phrase: "in cooperation with": who acts is whoever the sentence speaks of.
	Phrase
)

// A Predicate is where a sentence states a relation, as far as words alone
// tell. Positions are words of the text, ends exclusive.
type Predicate struct {
	Rule     *Relation
	Voice    Voice
	Mood     Mood
	First    int // the words that say it: "had not yet acceded to"
	End      int
	At       int // the verb or noun within them
	Sentence words.Sentence
	// Before is where the words end that name the subject of the sentence, -1 if
	// nothing can be said of it.
	Before int
	// From is where they begin, where the sentence is built around them ("urged
	// Utopia to ratify"), else 0.
	From int
	// After is where what is acted on (or "by") is looked for.
	After int
	// Its says that what is acted on was named before: "its ratification", "with
	// a view to ratification".
	Its bool
	// Of is where the words begin that stand between a noun and its preposition:
	// "accession of Utopia to"; 0 if none do.
	Of int
}

// FindRelations returns what the relation rules find in t, left to right.
func (s *Set) FindRelations(t *words.Text) []Predicate { return s.relations.find(t) }

// window is how many words to either side a predicate is read with. Sentences
// are shorter; it keeps the time linear in what is none.
const window = 250

func (r *relations) find(t *words.Text) []Predicate {
	var out []Predicate
	for _, sent := range t.Sentences {
		for i := sent.First; i < sent.End; i++ {
			if r.forms.Lacks(t.Words[i].Form) {
				continue
			}
			forms := r.forms.Fold(t.Words[i].Form)
			if len(forms) == 0 {
				continue
			}
			c := clause{relations: r, t: t, sent: words.Sentence{First: max(sent.First, i-window), End: min(sent.End, i+window)}}
			for _, f := range forms {
				if p, ok := c.predicate(f, i); ok {
					out = append(out, p)
					i = p.End - 1 // no words within them state another
					break
				}
			}
		}
	}
	return out
}

// A clause is a sentence while relations are looked for in it.
type clause struct {
	*relations
	t    *words.Text
	sent words.Sentence
}

func (c *clause) predicate(f form, i int) (Predicate, bool) {
	end, of, ok := c.match(f, i)
	its := !ok && f.kind == noun && (c.is(i-1, "its", "their") || c.is(i-1, "to") && c.is(i-2, "view"))
	if its {
		end, ok = i+1, true
	}
	if !ok || c.t.Words[i].Capital() && i > c.sent.First {
		return Predicate{}, false
	}
	p := Predicate{Rule: f.rule, First: i, At: i, End: end, After: end, Of: of, Its: its, Before: i, Sentence: c.sent}
	switch f.kind {
	case noun:
		return c.noun(p)
	case role:
		return c.role(p)
	case phrase:
		p.Voice = Phrase
		return c.phrase(p)
	}
	return c.verb(p, f)
}

// ofReach is how many words may stand in "accession of … to".
const ofReach = 10

// match compares the words of f from word i on. Adverbs may stand before the
// last word, "cooperated fully with", adjectives within a phrase, and between a
// noun and its preposition whoever acts: "accession of Utopia to".
func (c *clause) match(f form, i int) (end, of int, ok bool) {
	j := i
	for k, w := range f.words {
		for skipped := 0; k > 0 && !c.is(j, w) && skipped < 2 && c.mayStandBetween(f, j); skipped++ {
			j++
		}
		if k > 0 && f.kind == noun && k == len(f.words)-1 && (c.is(j, "by") || w != "of" && c.is(j, "of")) {
			of = j + 1
			for j = of; j < of+ofReach && !c.is(j, w); j++ {
				if j >= c.sent.End || c.t.Words[j].Shape == words.Punct {
					return 0, 0, false
				}
			}
		}
		if !c.is(j, w) {
			return j, 0, k > 0 && k == len(f.words)-1 && f.kind != noun && c.stranded(i, w)
		}
		j++
	}
	return j, of, true
}

// strandedReach is how many words may stand between a preposition that has gone
// before and its verb.
const strandedReach = 14

// stranded reports whether the preposition of the verb at word i has gone before
// it: "to which Utopia had acceded".
func (c *clause) stranded(i int, preposition string) bool {
	for j := i - 1; j > i-strandedReach && !c.is(j, ",", ";"); j-- {
		if c.is(j, "which") && c.is(j-1, preposition) {
			return true
		}
	}
	return false
}

func (c *clause) mayStandBetween(f form, j int) bool {
	return c.adverb(j) || f.kind == phrase && j < c.sent.End && adjectives[c.t.Words[j].Fold]
}

// is reports whether word j is in the sentence and folds to one of folds.
func (c *clause) is(j int, folds ...string) bool {
	return j >= c.sent.First && j < c.sent.End && c.t.Is(j, folds...)
}

var adjectives = words.Set("close closer full active direct constant regular good fruitful technical the financial")

// phrase is told by the verb of its sentence, if that has one before it.
func (c *clause) phrase(p Predicate) (Predicate, bool) {
	p.Mood, p.Before = Asserted, -1
	if g := c.group(p.First - 1); c.endsInEd(p.First-1) && g.near == "" {
		p.Before = c.subjectEnd(g) // "worked in cooperation with"
	} else if g, ok := c.lastGroup(p.First); ok && !c.clauseBetween(g.at, p.First) {
		p.Before = c.subjectEnd(g)
		p.Mood = c.told(g)
	} else if g, ok := c.nextGroup(p.End); ok {
		p.Mood = c.told(g)
	}
	p.Mood = c.framed(p.Mood, p.First)
	return p, true
}

// clauseBetween reports whether ", and" may begin a clause between two words.
func (c *clause) clauseBetween(i, end int) bool {
	for j := i; j < end; j++ {
		if c.is(j, ",") && c.is(j+1, "and", "but") {
			return true
		}
	}
	return false
}

// role is told by the form of "be" or "become" before it.
func (c *clause) role(p Predicate) (Predicate, bool) {
	g := c.group(p.First)
	switch {
	case copulas[g.near]:
		p.Voice = Active
		return c.finite(p, g)
	case c.question(p.First) && c.inverted(p.First):
		p.Voice, p.Before, p.Mood = Active, p.First, Asked
		return p, true
	case c.is(p.First-1, "as"):
		p.Voice, p.First = Role, p.First-1
		p.Mood = c.framed(Asserted, p.First)
		return p, p.First == c.sent.First || c.is(p.First-1, ",", "that")
	}
	return p, false
}

// inverted reports whether a form of "be" begins the question about what word i
// says: "was Utopia a party to".
func (c *clause) inverted(i int) bool {
	for j := i - 1; j >= c.sent.First && j > i-strandedReach; j-- {
		if beForms[c.foldAt(j)] {
			return j == c.sent.First || c.is(j-1, ",", ";", "and", "or", "but")
		}
	}
	return false
}

var copulas = words.Set("was were is are be been being am become became becomes becoming remained remains remain")
