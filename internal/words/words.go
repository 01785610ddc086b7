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

// A Word is one word, number or punctuation mark. Hyphens are not words: they
// part "Anti-Discrimination" into two, the second one Joined. A possessive
// ending is a word of its own, folded to "'s".
type Word struct {
	Start, End int    // bytes of the text, end exclusive
	Fold       string // lower case, no accents, straight apostrophe
	Stem       string // Fold reduced by the Snowball English stemmer
	Shape      Shape
	Joined     bool // a hyphen stands between it and the word before
}

// Capital reports whether the word begins with a capital letter.
func (w Word) Capital() bool { return w.Shape == Title || w.Shape == Upper }

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

type folded struct {
	fold, stem string
	shape      Shape
}

// cacheLimit bounds a Splitter's memory; a vocabulary of all records is smaller.
const cacheLimit = 1 << 17

// A Splitter splits texts and remembers how words fold. It is not safe for
// concurrent use: each worker has its own.
type Splitter struct {
	known map[string]folded
	env   *snowballstem.Env
}

// NewSplitter returns an empty Splitter.
func NewSplitter() *Splitter {
	return &Splitter{known: make(map[string]folded), env: snowballstem.NewEnv("")}
}

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
			t.Words = append(t.Words, s.word(text, i, end, joined))
			i, joined = end, false
			if n := possessive(text, i); n > 0 {
				t.Words = append(t.Words, Word{Start: i, End: i + n, Fold: "'s", Stem: "'s", Shape: Lower})
				i += n
			}
		case isDigit(c):
			end := numberEnd(text, i)
			f := strings.ReplaceAll(text[i:end], ",", "")
			t.Words = append(t.Words, Word{Start: i, End: end, Fold: f, Stem: f, Shape: Number, Joined: joined})
			i, joined = end, false
		case isHyphen(c):
			joined = len(t.Words) > 0 && t.Words[len(t.Words)-1].End == i
			i += size
		case unicode.IsSpace(c):
			joined = false
			i += size
		default:
			f := punctuation(text[i : i+size])
			t.Words = append(t.Words, Word{Start: i, End: i + size, Fold: f, Stem: f, Shape: Punct})
			i, joined = i+size, false
		}
	}
	t.Sentences = sentences(t.Sentences[:0], t)
}

func (s *Splitter) word(text string, start, end int, joined bool) Word {
	raw := text[start:end]
	f, ok := s.known[raw]
	if !ok {
		if len(s.known) >= cacheLimit {
			clear(s.known)
		}
		f = s.fold(strings.Clone(raw))
		s.known[strings.Clone(raw)] = f
	}
	return Word{Start: start, End: end, Fold: f.fold, Stem: f.stem, Shape: f.shape, Joined: joined}
}

func (s *Splitter) fold(raw string) folded {
	f := folded{fold: Fold(raw), shape: shapeOf(raw)}
	s.env.SetCurrent(f.fold)
	english.Stem(s.env)
	f.stem = s.env.Current()
	return f
}

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

func punctuation(s string) string {
	switch s {
	case "’", "‘", "`":
		return "'"
	case "“", "”", "«", "»":
		return `"`
	case "—":
		return "-"
	}
	return s
}
