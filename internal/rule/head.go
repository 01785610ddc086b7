package rule

import (
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// Head returns the class of the longest head that stands at word i of t in
// capitals, and how many words it has, 0 if none does or if the head alone is a
// name and so no short form.
func (s *Set) Head(t *words.Text, i int) (class schema.Class, n int) {
	for _, ref := range s.heads.Fold(t.Words[i].Form) {
		if end, ok := ref.head.at(t, i); ok && end-i > n && ref.head.words[0].Capital() {
			class, n = ref.rule.Class, end-i
			if ref.rule.Alone {
				return "", 0
			}
		}
	}
	return class, n
}
