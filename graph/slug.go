package graph

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters are Latin letters that Unicode does not take apart into a base
// letter and an accent.
var letters = strings.NewReplacer(
	"ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "þ", "th",
	"ł", "l", "ħ", "h", "ı", "i", "ŋ", "n", "ŧ", "t",
)

// Slug returns a name as ids hold it: lower case, no accents, every run of
// other characters than letters and digits one hyphen, no leading "the". It
// is "" for a name without letters and digits.
func Slug(name string) string {
	folded := letters.Replace(strings.ToLower(norm.NFKD.String(name)))
	var b strings.Builder
	gap := false
	for _, r := range folded {
		switch {
		case unicode.Is(unicode.Mn, r): // an accent taken off its letter
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		default:
			gap = true
		}
	}
	slug := b.String()
	if rest, ok := strings.CutPrefix(slug, "the-"); ok {
		return rest
	}
	return slug
}
