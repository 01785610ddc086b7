package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// foldName writes the capitals of a name in normal case: "WANG Xuexian" is "Wang
// Xuexian", "de GOUTTES" "de Gouttes", "O'FLAHERTY" "O'Flaherty".
func foldName(name string) string {
	words := strings.Fields(name)
	out := words[:0]
	for _, w := range words {
		if len(out) > 0 && strayLetter(w, true) {
			out[len(out)-1] += w
			continue
		}
		if len(out) > 0 && len(out) < len(words)-1 && inner[w] {
			out = append(out, strings.ToLower(w))
			continue
		}
		out = append(out, foldWord(w))
	}
	return strings.Join(out, " ")
}

// inner are parts of surnames that are small between capitals: "TEXEIRA DO
// VALE" is "Texeira do Vale". Those that begin a name often have a capital.
var inner = map[string]bool{"DE": true, "DA": true, "DO": true, "DOS": true, "DAS": true, "DEL": true, "LA": true, "LAS": true, "LOS": true, "DELLA": true, "DI": true, "DU": true, "Y": true, "E": true, "VAN": true, "VON": true, "DER": true, "DEN": true}

// foldWord folds each part of a joined word.
func foldWord(word string) string {
	var b strings.Builder
	for word != "" {
		at := strings.IndexFunc(word, isJoint)
		if at < 0 {
			b.WriteString(foldPart(word))
			break
		}
		_, n := utf8.DecodeRuneInString(word[at:])
		b.WriteString(foldPart(word[:at]))
		b.WriteString(word[at : at+n])
		word = word[at+n:]
	}
	return b.String()
}

// keptPrefixes stay as they are before capitals.
var keptPrefixes = []string{"Mc", "Mac", "Fitz", "De", "Di", "Du", "Le", "La", "Van"}

// foldPart folds a part of a word if capitals prevail in it.
func foldPart(part string) string {
	upper, lower := countCase(part)
	if upper < 2 || strings.Contains(part, ".") {
		return part
	}
	for _, prefix := range keptPrefixes {
		if rest, ok := strings.CutPrefix(part, prefix); ok && allUpper(rest) {
			return prefix + title(rest)
		}
	}
	if rest, ok := strings.CutPrefix(part, "MC"); ok && len(rest) > 2 && allUpper(rest) {
		return "Mc" + title(rest)
	}
	if upper > lower {
		return title(part)
	}
	return part
}

// countCase counts letters by case.
func countCase(s string) (upper, lower int) {
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper, lower
}

// allUpper reports whether s has capitals and no other letters.
func allUpper(s string) bool {
	upper, lower := countCase(s)
	return upper > 0 && lower == 0
}

// title writes all but the first letter in lower case.
func title(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n] + strings.ToLower(s[n:])
}
