package resolve

import (
	"slices"
	"strings"

	"rapporteur/internal/extract"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// means reports whether the short form can mean e. Statutes and charters are laws
// or instruments.
func means(c extract.Claim, e *Entity) bool {
	if e == nil || e.Class != c.Class && !(eitherKind[c.Head] && isInstrument(e)) {
		return false
	}
	return e.calledBy(c.Head)
}

var eitherKind = words.Set("statute charter")

// calledBy reports whether e may be called by the head of a name of its for
// short: the Convention, but not the Optional Protocol to it.
func (e *Entity) calledBy(head string) bool {
	if e.folded == nil {
		e.foldNames()
	}
	head = " " + head + " "
	return slices.ContainsFunc(e.folded, func(name string) bool { return strings.Contains(name, head) })
}

// foldNames folds what short forms may be made of: of each name the part that
// says what e is. Acronyms that the record defines later are no heads, so the
// names need not be kept in step.
func (e *Entity) foldNames() {
	names := append([]string{e.Label, e.Head}, e.Aliases...)
	if e.Entry != nil {
		names = append(names, e.Entry.Aliases...)
	}
	for _, name := range names {
		name = strings.Join(strings.Fields(plainLetters.Replace(foldWords(name))), " ")
		for _, part := range heads(name, e.Class) {
			e.folded = append(e.folded, " "+part+" ")
		}
	}
}

var plainLetters = strings.NewReplacer("(", " ( ", ")", " ", ",", " ")

// joints are words behind which a name says what its bearer is about.
var joints = words.Set("of on for to against relating concerning between regarding with in from")

// heads are the parts of a folded name that say what its bearer is: what stands
// before the first joint; behind "office of the"; at the end of a title; in
// brackets.
func heads(name string, class schema.Class) []string {
	name, bracket, _ := strings.Cut(name, " ( ")
	var out []string
	for _, office := range []string{"office of the ", "office of "} {
		if rest, ok := strings.CutPrefix(name, office); ok {
			out = append(out, beforeJoint(rest))
			break
		}
	}
	out = append(out, beforeJoint(name), bracket)
	if class == schema.ClassLaw || class == schema.ClassPolicy {
		out = append(out, name)
	}
	return slices.DeleteFunc(out, func(part string) bool { return part == "" })
}

func beforeJoint(name string) string {
	all := strings.Fields(name)
	for i, w := range all {
		if i > 0 && joints[w] {
			return strings.Join(all[:i], " ")
		}
	}
	return name
}
