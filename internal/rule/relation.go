package rule

import (
	"errors"

	"rapporteur/internal/words"
	"rapporteur/schema"
)

// A Relation is a rule for facts that a sentence states by a verb, a noun or a
// turn of phrase: who ratified what, who set up what.
//
//	relations:
//	  - id: acceded
//	    property: rap:accededTo
//	    verbs: [accede to/accedes to/acceded to/acceding to]
//	    nouns: [accession to]
//	    asserted: ['Utopia {had acceded to} the Treaty']
//	    negated: ['Utopia {had not yet acceded to} the Treaty']
//	    skips: ['Utopia had acceded']
//
// Examples stand under the mood that the words have; braces mark the predicate.
type Relation struct {
	ID       string
	Property schema.Property
	// Inverse says that the property runs from what is acted on to who acts:
	// "fund" states that the one is funded by the other.
	Inverse bool
	// Owned says that where nobody is named who acts, it is whoever what is acted
	// on belongs to: a law is adopted by its State.
	Owned bool
	// Activity says that "was …ing" is a fact of its time and no plan.
	Activity bool
	// Subjects and Objects are the classes of who acts and of what is acted on,
	// by the property's domain and range.
	Subjects, Objects []schema.Class
	examples          map[Mood][]string
	skips             []string
	place             string
}

// A Mood is what a sentence says of a fact.
type Mood string

// The moods. Unclear is a noun without a verb that tells: "the ratification of".
const (
	Asserted    Mood = "asserted"
	Negated     Mood = "negated"
	Intended    Mood = "intended"
	Recommended Mood = "recommended"
	Asked       Mood = "asked"
	Possible    Mood = "possible"
	Unclear     Mood = "unclear"
)

// moods are those that an example can have.
var moods = []Mood{Asserted, Negated, Intended, Recommended, Asked, Possible, Unclear}

// relations are all relation rules and the words that tell moods.
type relations struct {
	rules []*Relation
	forms words.Index[[]form] // by first word, the longest first
	cues  words.Index[cue]    // by folded word
}

// A form is one way in which the words of a relation stand in a sentence.
type form struct {
	rule  *Relation
	kind  formKind
	words []string // folded
}

type formKind uint8

const (
	base formKind = iota
	present
	past
	ing
	noun
	role
	phrase
)

// try runs every relation rule on its own examples.
func (r *relations) try() error {
	split := words.NewSplitter()
	var broken []error
	for _, rule := range r.rules {
		for _, mood := range moods {
			broken = append(broken, examples(rule.place, rule.ID+": "+string(mood), rule.examples[mood], nil, func(text string) []string {
				return r.found(split.Split(text), rule, mood)
			}))
		}
		broken = append(broken, examples(rule.place, rule.ID, nil, rule.skips, func(text string) []string { return r.found(split.Split(text), rule, "") }))
	}
	return errors.Join(broken...)
}

// found quotes what the rule finds in t with the mood, "" for any.
func (r *relations) found(t *words.Text, rule *Relation, mood Mood) []string {
	var out []string
	for _, p := range r.find(t) {
		if p.Rule == rule && (mood == "" || p.Mood == mood) {
			out = append(out, t.Quote(p.First, p.End))
		}
	}
	return out
}
