package parse

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/record"
)

// honorifics are the forms of address that open a name, longest first where one
// begins another. Those with a dot may be glued to the name.
var honorifics = []string{"H.E. Mr.", "H.E. Ms.", "H.E. Mrs.", "His Excellency Mr.", "Her Excellency Ms.", "His Excellency", "Her Excellency", "H.E.",
	"Archbishop", "Bishop", "Monsignor", "Msgr.", "Mgr.", "Ambassador", "Baroness", "Dame", "Dr.", "Father", "Judge", "Lady", "Lord", "Miss",
	"Mme.", "Mme", "Mrs.", "Mrs", "Mr.", "Mr,", "Mr", "Ms.", "Ms,", "Ms", "Prince", "Princess", "Professor", "Prof.", "Reverend", "Rev.", "Sheikh", "Sheikha", "Sir", "Sister"}

// particles are the lower-case words inside names; one counts only if a further
// part of the name follows.
var particles = map[string]bool{"al": true, "an": true, "as": true, "ben": true, "bin": true, "bint": true, "da": true, "dal": true, "de": true, "de'": true,
	"del": true, "della": true, "den": true, "der": true, "di": true, "dos": true, "du": true, "e": true, "el": true, "ibn": true, "la": true, "las": true,
	"le": true, "los": true, "of": false, "ould": true, "mint": true, "ter": true, "ten": true, "van": true, "vom": true, "von": true, "y": true, "zu": true}

// maxNameWords bounds a name.
const maxNameWords = 8

// startsHonorific reports whether text begins with a form of address and a name.
func startsHonorific(text string) bool {
	_, _, ok := scanPerson(text, 0)
	return ok
}

// scanPerson reads honorific and name at text[at:]. It returns the name, folded,
// and where it ends.
func scanPerson(text string, at int) (record.Name, int, bool) {
	honorific, size := scanHonorific(text[at:])
	if size == 0 {
		return record.Name{}, at, false
	}
	start := at + size
	end := scanName(text, start)
	if end == start {
		return record.Name{}, at, false
	}
	return record.Name{Honorific: honorific, Name: foldName(text[start:end])}, end, true
}

// scanHonorific reads a form of address and the space behind it.
func scanHonorific(text string) (string, int) {
	if text == "" || text[0] < 'A' || text[0] > 'S' {
		return "", 0
	}
	for _, h := range honorifics {
		rest, ok := strings.CutPrefix(text, h)
		if !ok || rest == "" {
			continue
		}
		if rest[0] == ' ' && !strings.HasPrefix(rest, " .") {
			return strings.Replace(h, ",", ".", 1), len(h) + 1
		}
		if strings.HasSuffix(h, ".") && !hasAnyPrefix(rest, "Mr", "Ms") {
			return h, len(h)
		}
	}
	if text[0] != 'M' {
		return "", 0
	}
	if m := brokenRE.FindStringSubmatch(text[:min(len(text), 8)]); m != nil {
		return "M" + m[1] + ".", len(m[0])
	}
	return "", 0
}

// brokenRE matches a form of address that a conversion broke: "M r . ", "Ms . ".
var brokenRE = regexp.MustCompile(`^M ?(rs?|s) ?\. ?`)

// scanName returns where the run of name words at text[start:] ends.
func scanName(text string, start int) int {
	end, at := start, start
	for range maxNameWords {
		word, next := nextWord(text, at)
		if !isNameWord(word) && !strayLetter(word, end > start) {
			if !particles[word] || next == at+len(word) {
				break
			}
			at = next
			continue
		}
		end = at + len(word)
		if next == end { // the word is not followed by a space
			break
		}
		at = next
	}
	return end
}

// nextWord returns the word at text[at:] and where the next one starts. A dot
// belongs to an initial ("J.", "St.", "Jr."), else it ends the name.
func nextWord(text string, at int) (string, int) {
	end := at
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !isJoint(r) {
			break
		}
		end += n
	}
	if end < len(text) && text[end] == '.' && end-at <= 2 && end > at && unicode.IsUpper(rune(text[at])) {
		end++
	}
	end = at + len(strings.TrimRight(text[at:end], "'’-"))
	next := end
	if next < len(text) && text[next] == ' ' {
		next++
	}
	return text[at:end], next
}

// isJoint reports whether r joins the parts of a name.
func isJoint(r rune) bool {
	return r == '-' || r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == 'ʿ' || r == '`' || r == '·'
}

// isNameWord reports whether word is a part of a name: "Doe", "McDOUGALL",
// "al-Tarawneh", "d’Almeida". A possessive is none.
func isNameWord(word string) bool {
	if word == "" || hasPossessive(word) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "'’‘ʿ`"))
	if unicode.IsUpper(r) {
		return true
	}
	at := strings.IndexAny(word, "-'’ʼ")
	if at < 1 || at > 3 {
		return false
	}
	_, n := utf8.DecodeRuneInString(word[at:])
	r, _ = utf8.DecodeRuneInString(word[at+n:])
	return unicode.IsUpper(r)
}

// hasPossessive reports whether word ends in 's.
func hasPossessive(word string) bool {
	return strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "’s")
}

// strayLetter reports whether word is a letter that a conversion split off the
// name before it ("Kowalczy ć"); plain letters are words or particles.
func strayLetter(word string, inName bool) bool {
	return inName && utf8.RuneCountInString(word) == 1 && word[0] >= utf8.RuneSelf
}
