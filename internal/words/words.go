// Package words splits text into words with byte offsets, and folds each word
// once, so that lexicons, rules and extractors compare without case, accents
// or odd quotes and still quote the text exactly.
package words

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// A Word is one word, number or punctuation mark. Hyphens are not words: they
// part "Anti-Discrimination" into two, the second one Joined. A possessive
// ending is a word of its own, folded to "'s".
type Word struct {
	Start, End int // bytes of the text, end exclusive
	*Form
	Joined bool // a hyphen stands between it and the word before
}

// A Text is a text with its words and sentences.
type Text struct {
	Raw       string
	Words     []Word
	Sentences []Sentence
}

// A Sentence is a half-open range of words.
type Sentence struct{ First, End int }

// Quote returns the raw text of the words from first to end, end exclusive.
func (t *Text) Quote(first, end int) string {
	if first >= end {
		return ""
	}
	return t.Raw[t.Words[first].Start:t.Words[end-1].End]
}

// Is reports whether word i exists and folds to one of folds.
func (t *Text) Is(i int, folds ...string) bool {
	if i < 0 || i >= len(t.Words) {
		return false
	}
	for _, f := range folds {
		if t.Words[i].Fold == f {
			return true
		}
	}
	return false
}

// At returns the index of the first word that starts at or after byte offset b.
func (t *Text) At(b int) int {
	return sort.Search(len(t.Words), func(k int) bool { return t.Words[k].Start >= b })
}

// SentenceOf returns the sentence that word i stands in.
func (t *Text) SentenceOf(i int) Sentence {
	n := sort.Search(len(t.Sentences), func(k int) bool { return i < t.Sentences[k].End })
	if n < len(t.Sentences) {
		return t.Sentences[n]
	}
	return Sentence{len(t.Words), len(t.Words)}
}

// cacheLimit bounds a Splitter's memory; a vocabulary of all records is smaller.
const cacheLimit = 1 << 17

// A Splitter splits texts and remembers the forms of words. It is not safe for
// concurrent use: each worker has its own.
type Splitter struct {
	known Index[*Form] // by the letters as they are written
	env   *snowballstem.Env
}

// NewSplitter returns an empty Splitter.
func NewSplitter() *Splitter { return &Splitter{env: snowballstem.NewEnv("")} }

// Split splits text. The Text refers to text; it stays valid after later calls.
func (s *Splitter) Split(text string) *Text {
	t := &Text{Words: make([]Word, 0, len(text)/5+4)}
	s.SplitInto(t, text)
	return t
}

// SplitInto is Split in the place of what t held before, whose room it uses.
func (s *Splitter) SplitInto(t *Text, text string) {
	t.Raw, t.Words = text, t.Words[:0]
	joined := false
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case c == ' ':
			joined = false
			i++
		case isLetter(c):
			end := wordEnd(text, i)
			t.Words = append(t.Words, Word{i, end, s.form(text[i:end], s.word), joined})
			i, joined = end, false
			if n := possessive(text, i); n > 0 {
				t.Words = append(t.Words, Word{Start: i, End: i + n, Form: genitive})
				i += n
			}
		case isDigit(c):
			end := numberEnd(text, i)
			t.Words = append(t.Words, Word{i, end, s.form(text[i:end], number), joined})
			i, joined = end, false
		case isHyphen(c):
			joined = len(t.Words) > 0 && t.Words[len(t.Words)-1].End == i
			i += size
		case unicode.IsSpace(c):
			joined = false
			i += size
		default:
			t.Words = append(t.Words, Word{Start: i, End: i + size, Form: s.form(text[i:i+size], punctuation)})
			i, joined = i+size, false
		}
	}
	t.Sentences = sentences(t.Sentences[:0], t)
}

// form is the form of what is written as raw, which read gives the first time.
func (s *Splitter) form(raw string, read func(raw string) *Form) *Form {
	key := hash(raw)
	f, ok := s.known.find(key, raw)
	if !ok {
		if s.known.Len() >= cacheLimit {
			s.known = Index[*Form]{}
		}
		raw = strings.Clone(raw) // the text need not stay in memory for its words
		f = read(raw)
		s.known.put(key, raw, f)
	}
	return f
}

func (s *Splitter) word(raw string) *Form {
	fold := Fold(raw)
	s.env.SetCurrent(fold)
	english.Stem(s.env)
	return newForm(fold, s.env.Current(), shapeOf(raw))
}

func number(raw string) *Form {
	fold := strings.ReplaceAll(raw, ",", "")
	return newForm(fold, fold, Number)
}

func isLetter(c rune) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf && (unicode.IsLetter(c) || unicode.Is(unicode.Mn, c))
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

func isHyphen(c rune) bool { return c == '-' || c == '‐' || c == '‑' || c == '–' }

// plain are the ASCII letters and digits, which most words are made of.
var plain = func() (t [256]bool) {
	for c := range t {
		t[c] = isDigit(rune(c)) || c|0x20 >= 'a' && c|0x20 <= 'z' && c < utf8.RuneSelf
	}
	return t
}()

// wordEnd is the end of the word that starts at i: letters, digits and inner
// apostrophes other than a possessive's.
func wordEnd(text string, i int) int {
	for i < len(text) {
		if plain[text[i]] {
			i++
			continue
		}
		c, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case c == ' ':
			return i
		case isLetter(c):
		case isApostrophe(c) && possessive(text, i) == 0 && i+size < len(text) && startsWithLetter(text[i+size:]):
		default:
			return i
		}
		i += size
	}
	return i
}

func isApostrophe(c rune) bool { return c == '\'' || c == '’' }

func startsWithLetter(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return isLetter(c)
}

// possessive is the length of a possessive ending at i, 0 if there is none.
func possessive(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	c, size := utf8.DecodeRuneInString(text[i:])
	if !isApostrophe(c) || i+size >= len(text) || text[i+size] != 's' {
		return 0
	}
	if i+size+1 < len(text) && startsWithLetter(text[i+size+1:]) {
		return 0
	}
	return size + 1
}

func numberEnd(text string, i int) int {
	for i < len(text) && (isDigit(rune(text[i])) || text[i] == ',' && i+1 < len(text) && isDigit(rune(text[i+1])) && threeDigits(text[i+1:])) {
		i++
	}
	for i < len(text) && text[i] >= 'a' && text[i] <= 'z' { // 4th, 1990s
		i++
	}
	return i
}

func threeDigits(s string) bool {
	n := 0
	for n < len(s) && isDigit(rune(s[n])) {
		n++
	}
	return n == 3
}

func punctuation(raw string) *Form {
	fold := raw
	switch raw {
	case "’", "‘", "`":
		fold = "'"
	case "“", "”", "«", "»":
		fold = `"`
	case "—":
		fold = "-"
	}
	return newForm(fold, fold, Punct)
}
