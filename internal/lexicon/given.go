package lexicon

import "rapporteur/internal/words"

// personNames are words whose part in a person's name is known, folded.
type personNames struct{ given, family map[string]bool }

func (n *personNames) read(t *table) (found bool) {
	for column, into := range map[string]*map[string]bool{"given": &n.given, "family": &n.family} {
		for _, word := range t.list(column) {
			if *into == nil {
				*into = make(map[string]bool)
			}
			(*into)[words.Fold(word)] = true
			found = true
		}
	}
	return found
}

// Given reports whether a word of a person's name can only be a given name: a
// cell of the column "given". Case and accents do not matter.
func (l *Lexicon) Given(word string) bool { return l.persons.given[words.Fold(word)] }

// FamilyFirst reports whether a word is a surname of those that stand before the
// given names, as in "Wang Xuexian": a cell of the column "family".
func (l *Lexicon) FamilyFirst(word string) bool { return l.persons.family[words.Fold(word)] }
