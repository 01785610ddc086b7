package resolve

import (
	"slices"

	"rapporteur/internal/extract"
	"rapporteur/internal/record"
	"rapporteur/internal/rule"
	"rapporteur/schema"
)

// A Relation is what a paragraph says of a fact about two entities: "Utopia had
// not ratified the Convention" says of the fact that Utopia ratified it that it
// is not so. Only what is asserted is a fact.
type Relation struct {
	Property schema.Property
	Subject  string // ids, in the order of the property
	Object   string
	Mood     rule.Mood
	Rule     string      // the rule that found it
	Span     record.Span // the words that say so, bytes of the paragraph's text
	Date     string      // when, ISO 8601 as far as the words say; "" if they do not
	Nth      int         // of the relations that share its span, from 1; 0 to count them as they stand
}

// relations decides which entities the stated relations are about. It runs
// when all mentions of the record are known.
func (m *meeting) relations() {
	var s *sentence
	for _, found := range m.found.Relations {
		if s == nil || s.para != found.Para {
			s = m.sentences(found)
		}
		p := &m.out.Paragraphs[found.Para]
		for _, r := range s.relation(found) {
			last := p.Relations[max(0, len(p.Relations)-listLimit):]
			if !slices.ContainsFunc(last, func(old Relation) bool { return old.same(r) }) {
				p.Relations = append(p.Relations, r)
			}
		}
	}
}

// same reports whether the paragraph says the same of the same fact twice in
// words that overlap.
func (r Relation) same(other Relation) bool {
	return r.Property == other.Property && r.Subject == other.Subject && r.Object == other.Object && r.Mood == other.Mood && r.Span.Overlaps(other.Span)
}

// A side is one side of a relation: entities, and the words that name them,
// from first to end.
type side struct {
	ids        []string
	first, end int
}

func (s side) none() bool { return len(s.ids) == 0 }

// relation returns what one predicate says, of every pair that it joins.
func (s *sentence) relation(found extract.Relation) []Relation {
	s.from, s.end = found.Sentence.First, found.Sentence.End
	actors, things := s.sides(found)
	return s.pairs(found, actors, things)
}

// pairs says it of every pair of entities of the two sides.
func (s *sentence) pairs(found extract.Relation, actors, things side) []Relation {
	if actors.none() || things.none() {
		return nil
	}
	date := s.date(found, actors, things)
	if found.Mood == rule.Unclear {
		if date == "" {
			return nil
		}
		found.Mood = rule.Asserted // what has a date has happened
	}
	first, end := found.First, found.End
	for _, named := range []side{actors, things} {
		if named.end > named.first {
			first, end = min(first, named.first), max(end, named.end)
		}
	}
	span := record.Span{Start: s.t.Words[first].Start, End: s.t.Words[end-1].End}
	var out []Relation
	for _, a := range actors.ids {
		for _, t := range things.ids {
			r := Relation{Property: found.Rule.Property, Subject: a, Object: t, Mood: found.Mood, Rule: found.Rule.ID, Span: span, Date: date}
			if found.Rule.Inverse {
				r.Subject, r.Object = t, a
			}
			if r.Subject != r.Object {
				out = append(out, r)
			}
		}
	}
	return append(out, s.butNot(found, actors, things)...)
}

// butNot is what a list goes on with: "had ratified the Treaty, but not the
// Convention".
func (s *sentence) butNot(found extract.Relation, actors, things side) []Relation {
	i := s.afterBracket(things.end)
	if s.t.Is(i, ",") {
		i++
	}
	if found.Mood != rule.Asserted || found.Voice != rule.Active || !s.t.Is(i, "but") || !s.t.Is(i+1, "not") {
		return nil
	}
	found.After, found.Mood = i+2, rule.Negated
	return s.pairs(found, actors, s.list(found.After, found.Rule.Objects))
}

// sides finds who acts and what is acted on.
func (s *sentence) sides(found extract.Relation) (actors, things side) {
	switch found.Voice {
	case rule.Passive:
		return s.passive(found)
	case rule.Noun:
		return s.noun(found)
	case rule.Role:
		things = s.list(found.After, found.Rule.Objects)
		return s.following(things.end, found.Rule.Subjects), things
	case rule.Phrase:
		things = s.list(found.After, found.Rule.Objects)
		return s.accompanied(found, things), things
	}
	if things = s.list(found.After, found.Rule.Objects); things.none() {
		things = s.shared(found)
	}
	actors = s.actor(found)
	if things.none() && !actors.none() && s.t.Is(actors.first-1, "which", "that") {
		things = s.before(s.antecedentEnd(actors.first-1), found.Rule.Objects, true)
	}
	if found.Rule.Property == schema.MemberOf && s.t.Is(things.end, "in") && s.t.Is(found.At, "join", "joined") {
		return side{}, side{} // "had joined the Commission in calling for"
	}
	return actors, things
}

// actor is who acts in the active voice.
func (s *sentence) actor(found extract.Relation) side {
	switch {
	case found.Before < 0:
		return side{}
	case found.From > 0:
		return s.within(found.From, found.Before, found.Rule.Subjects)
	}
	return s.before(found.Before, found.Rule.Subjects, false)
}

// passive: what is acted on stands before the verb, who acts after "by"; where
// nobody is named, it is the State or the parties to which it belongs.
func (s *sentence) passive(found extract.Relation) (actors, things side) {
	if found.Before < 0 {
		return actors, things
	}
	reduced := found.First == found.At // "the Act, adopted in 2009"
	things = s.around(found.At, found.Rule.Objects)
	if things.none() {
		things = s.before(found.Before, found.Rule.Objects, reduced)
		if reduced && !s.t.Is(found.Before-1, ",", "which") && s.t.Is(things.first-1, "by") {
			return actors, side{} // "the scheme run by the Office financed"
		}
	}
	actors, named := s.agent(found.After, found.Rule.Subjects)
	if actors.none() && !named {
		actors = s.owners(things, found)
	}
	return actors, things
}

// noun: "the accession of Utopia to", "Utopia's ratification of", "the adoption
// of … by", "welcomed Utopia for the adoption of", "Utopia was considering the
// ratification of".
func (s *sentence) noun(found extract.Relation) (actors, things side) {
	classes := found.Rule.Subjects
	things = s.list(found.After, found.Rule.Objects)
	if found.Its {
		things = s.mentionedLast(found.At, found.Rule.Objects)
	}
	if things.none() && s.t.Is(found.After, "which") {
		things = s.before(s.antecedentEnd(found.At), found.Rule.Objects, true)
	}
	if things.none() {
		return actors, things
	}
	switch {
	case found.Of > 0:
		return s.list(found.Of, classes), things
	case s.t.Is(found.At-1, "'s"):
		return s.before(found.At-1, classes, true), things
	case s.t.Is(found.At-1, "its", "their") && !found.Its:
		return s.pronoun(found.At-1, classes), things
	}
	if behind := s.afterTime(s.afterBracket(max(things.end, found.After))); s.t.Is(behind, "by") {
		if actors = s.list(behind+1, classes); !actors.none() {
			return actors, things
		}
	}
	if found.From > 0 {
		actors = s.within(found.From, found.Before, classes)
	} else if found.Before >= 0 {
		actors = s.before(found.Before, classes, false)
	}
	if actors.none() {
		actors = s.owners(things, found)
	}
	return actors, things
}

// accompanied is who does something "in cooperation with" others.
func (s *sentence) accompanied(found extract.Relation, things side) side {
	classes := found.Rule.Subjects
	if s.t.Is(found.First-1, ",") {
		if before := s.before(found.First-1, classes, false); !before.none() {
			return before
		}
	}
	if found.First == s.from || s.t.Is(found.First-1, ",", ":", "that") {
		if actors := s.following(things.end, classes); !actors.none() {
			return actors
		}
	}
	if found.Before < 0 || found.Before == found.First {
		return side{}
	}
	return s.before(found.Before, classes, false)
}
