package main

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/jdkato/prose/v2"
)

// types are the classes of Rapporteur by prose's labels; others are names that
// are not compared by type.
var types = map[string]string{"PERSON": "Person", "GPE": "Country", "ORGANIZATION": "Institution"}

// spans returns where the entities of a document stand, which prose does not
// say: its tokens are walked along the text, and each entity is the next run of
// tokens with its words that begins on a labelled one.
func spans(doc *prose.Document) ([]span, error) {
	tokens := doc.Tokens()
	starts, ends := places(doc.Text, tokens)
	found := []span{}
	at := 0
	for _, e := range doc.Entities() {
		words := strings.Split(e.Text, " ")
		for ; at < len(tokens); at++ {
			if tokens[at].Label != "O" && begins(tokens[at:], words) {
				break
			}
		}
		if at == len(tokens) {
			return nil, fmt.Errorf("entity %q is not among the tokens that follow", e.Text)
		}
		last := at + len(words) - 1
		found = append(found, span{types[e.Label], starts[at], ends[last]})
		at = last + 1
	}
	return found, nil
}

func begins(tokens []prose.Token, words []string) bool {
	if len(tokens) < len(words) {
		return false
	}
	for i, w := range words {
		if tokens[i].Text != w {
			return false
		}
	}
	return true
}

// places returns where each token starts and ends, in code points of the text.
// Tokens are the text without its white space; curly quotes are made straight
// in them, one for one.
func places(text string, tokens []prose.Token) (starts, ends []int) {
	runes := []rune(text)
	at := 0
	for _, tok := range tokens {
		at = skipSpace(runes, at)
		starts = append(starts, at)
		for range strings.Join(strings.Fields(tok.Text), "") {
			at = skipSpace(runes, at) + 1
		}
		ends = append(ends, at)
	}
	return starts, ends
}

func skipSpace(runes []rune, at int) int {
	for at < len(runes) && unicode.IsSpace(runes[at]) {
		at++
	}
	return at
}
