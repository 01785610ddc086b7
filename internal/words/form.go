package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Shape is how a word is written.
type Shape uint8

// The shapes. A single capital letter is Title.
const (
	Lower  Shape = iota // migration
	Title               // Migration, McDougall
	Upper               // UNHCR
	Number              // 43,201
	Punct               // one character: , . ( ) / " …
)

// A Form is what a word reads as, wherever it stands. All words that a Splitter
// finds written alike share one Form, which must not be changed.
type Form struct {
	Fold  string // lower case, no accents, straight apostrophe
	Stem  string // Fold reduced by the Snowball English stemmer
	Shape Shape

	foldHash, stemHash uint32
}

func newForm(fold, stem string, shape Shape) *Form {
	return &Form{Fold: fold, Stem: stem, Shape: shape, foldHash: hash(fold), stemHash: hash(stem)}
}

// genitive is the possessive ending.
var genitive = newForm("'s", "'s", Lower)

// Capital reports whether the word begins with a capital letter.
func (f *Form) Capital() bool { return f.Shape == Title || f.Shape == Upper }

// Fold returns word in lower case, without accents, with straight apostrophes.
func Fold(word string) string {
	word = strings.ToLower(word)
	plain := true
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			plain = false
			break
		}
	}
	if plain {
		return word
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(word) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case letters[r] != "":
			b.WriteString(letters[r])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// letters are those that Unicode does not take apart into a base and an accent.
var letters = map[rune]string{'’': "'", '‘': "'", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'ı': "i", 'ə': "a"}

func shapeOf(raw string) Shape {
	first, size := utf8.DecodeRuneInString(raw)
	if !unicode.IsUpper(first) {
		return Lower
	}
	rest := raw[size:]
	if rest == "" || strings.IndexFunc(rest, unicode.IsLower) >= 0 {
		return Title
	}
	return Upper
}
