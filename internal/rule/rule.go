// Package rule finds open forms of names, which no list can hold, by rules that
// are data. There are three kinds, and each rule carries its own examples, which
// are tried whenever the rules are loaded.
//
// A name rule describes names that are built around a head word, in capitals as
// titles are: "Ministry of Labour and Social Protection", "State Migration
// Service", "National Employment Strategy (2019–2030)":
//
//	names:
//	  - id: ministry
//	    class: Institution
//	    kind: ministry
//	    heads: [Ministry]
//	    place: first            # the head opens the name; last: it ends it; both
//	    finds: ['officials of the {Ministry of Health} had replied']
//	    skips: ['several ministries had replied']
//
// A pattern rule is an RE2 expression over one sentence; where it begins with a
// letter it is found at the beginning of a word:
//
//	patterns:
//	  - id: general-comment
//	    class: Document
//	    kind: general-comment
//	    near: [comment, comments]        # the sentence holds one of these words
//	    when: 'general comments? Nos?\. (?P<number>{numbers})'
//	    each: number                     # one find for each member of the list
//	    gives: 'document:{body}/general-comment-{number}'
//
// Where a pattern captures {name}, that capture alone is what it finds.
//
// Braces in finds mark exactly what must be found by that rule; skips must hold
// nothing that it finds. A rule says what stands in the text, never what to do.
package rule

import (
	"errors"
	"regexp"

	"rapporteur/internal/words"
	"rapporteur/schema"
)

// A Place says where in a name its head stands.
type Place string

// First: "Ministry of …"; last: "… Service"; both: either, or in the middle.
const (
	First Place = "first"
	Last  Place = "last"
	Both  Place = "both"
)

// A Name is a rule for names that are built around a head word.
type Name struct {
	ID    string
	Class schema.Class
	Kind  string
	Heads []string // "Ministry", "Working Group"
	Place Place
	// Alone says that the head without more is a name: "the Constitution".
	Alone bool
	// Described says that the head in lower case, followed by "on" or "for" and
	// a plain description, is a name too: "the law on citizenship".
	Described bool
	// LowerHead says that the head in lower case may end a name in capitals:
	// "the RESTART programme".
	LowerHead bool
	// Numbered says that a number and a year belong to the name: "Act No. 12 of 2003".
	Numbered bool
	// Title says that the name is a long title, with any of the words that join
	// titles: "Protocol on … in … to the …".
	Title bool
	// International says that the name belongs to no single State.
	International bool
	Finds         []string
	Skips         []string
	place         string
	heads         []head
}

// A Pattern is a rule over the text of a sentence.
type Pattern struct {
	ID    string
	Class schema.Class
	Kind  string
	Near  []string
	When  string
	Each  string
	Gives string // template of an id, with {captures} and {body}
	Label string // template of a name
	Finds []string
	Skips []string
	place string
	re    *regexp.Regexp
	// begins are the bytes that a match begins with, and with it a word, at which
	// re is tried; nil where re is to be searched for in the whole sentence.
	begins *byteSet
}

// A Set is a checked set of rules, in file order.
type Set struct {
	Names     []*Name
	Patterns  []*Pattern
	heads     words.Index[[]headRef] // by the first word of a head
	near      words.Index[[]*Pattern]
	relations relations
}

// A Match is a name that a rule found.
type Match struct {
	Rule     string
	Class    schema.Class
	Kind     string
	First    int // words, end exclusive
	End      int
	Head     string // head word, folded: "service"
	HeadAt   int    // first word of the head
	HeadEnd  int    // one past its last word
	Name     string // the words, or what Label gives
	ID       string // what Gives gives, "" if the name makes the id
	National bool   // the name belongs to a State
	// Described says that the name is a description in lower case.
	Described bool
}

// ErrNoRules is returned by Load when the folders hold no rule file.
var ErrNoRules = errors.New("no rule files (*.yaml) found")
