package resolve

import (
	"regexp"
	"strings"

	"rapporteur/graph"
)

// A sex is what a form of address says: "Mr.", "Ms."; most say nothing.
type sex string

const (
	unsaid sex = ""
	man    sex = "mr"
	woman  sex = "ms"
)

// sexes are the forms of address that say one, folded.
var sexes = map[string]sex{
	"mr": man, "messrs": man, "sir": man, "lord": man, "prince": man, "father": man,
	"ms": woman, "mrs": woman, "miss": woman, "mmes": woman, "mme": woman, "sra": woman, "lady": woman, "dame": woman, "baroness": woman, "princess": woman, "sister": woman,
}

// sexOf reads a form of address as printed: "H.E. Mr.".
func sexOf(honorific string) sex {
	words := strings.Fields(honorific)
	if len(words) == 0 {
		return unsaid
	}
	return sexes[strings.ToLower(strings.Trim(words[len(words)-1], ".,"))]
}

// A form is a name as it is compared: two spellings that differ in capitals,
// accents or hyphens are one form.
type form struct {
	given  string // slug of the given names or initials, "" where none are known
	family string // slug of the rest
	sex    sex
}

// initials matches "J.", "J.A." and "J.-P.".
var initials = regexp.MustCompile(`^(?:\pL\.-?)+$|^\pL$`)

// formOf takes a name apart: what can only be a given name, initials, and the
// given names behind a surname that stands first. All else is the surname, as
// records print.
func (r *Resolver) formOf(name string, s sex) form {
	var given, family []string
	words := strings.Fields(name)
	for i, w := range words {
		switch last := i == len(words)-1; {
		case initials.MatchString(w):
			if len(family) == 0 {
				given = append(given, w)
			}
		case !last && len(family) == 0 && r.isGiven(w):
			given = append(given, w)
		default:
			family = append(family, w)
		}
	}
	if len(family) == 0 {
		given, family = nil, given
	}
	if len(given) == 0 && r.eastern(family) {
		given, family = family[1:], family[:1]
	}
	return form{graph.Slug(strings.Join(given, " ")), graph.Slug(strings.Join(family, " ")), s}
}

// isGiven reports whether each part of a word is a given name: "Ana", "José-Luis".
func (r *Resolver) isGiven(word string) bool {
	for part := range strings.SplitSeq(word, "-") {
		if !r.lexicon.Given(part) {
			return false
		}
	}
	return true
}

// syllables matches given names of East Asia: one or two syllables that end in a
// vowel or in few consonants.
var syllables = regexp.MustCompile(`^(?:[bcdfghjklmnpqrstvwxyz]{0,2}[aeiouy]{1,3}(?:ng|[nrklmp])?-?){1,2}$`)

// eastern reports whether a name has its surname first: "Wang Xuexian".
func (r *Resolver) eastern(words []string) bool {
	if len(words) < 2 || len(words) > 3 || !r.lexicon.FamilyFirst(words[0]) {
		return false
	}
	for _, w := range words[1:] {
		if !syllables.MatchString(graph.Slug(w)) {
			return false
		}
	}
	return true
}

// fuller reports whether g may be the name of the same person and says more:
// given names, a longer surname or the sex.
func (g form) fuller(f form) bool {
	if f == g || f.sex != g.sex && f.sex != unsaid && g.sex != unsaid {
		return false
	}
	if f.family == g.family {
		return f.given == g.given && g.sex != unsaid || f.given != g.given && abbreviates(f.given, g.given)
	}
	if f.family == "" || !abbreviates(f.given, g.given) {
		return false
	}
	return strings.HasPrefix(g.family, f.family+"-") || strings.HasSuffix(g.family, "-"+f.family)
}

// related reports whether two forms may name one person.
func (g form) related(f form) bool { return f == g || f.fuller(g) || g.fuller(f) }

// abbreviates reports whether a says no other given names than b: none, the
// first of them, or initials.
func abbreviates(a, b string) bool {
	short, long := strings.Split(a, "-"), strings.Split(b, "-")
	if a == "" {
		return true
	}
	if len(short) > len(long) {
		return false
	}
	for i, s := range short {
		if s != long[i] && !(len(s) == 1 && strings.HasPrefix(long[i], s)) {
			return false
		}
	}
	return true
}
