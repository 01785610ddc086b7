package parse

import "strings"

// An office is who speaks where a record names the function alone.
type office struct {
	name     string // "Chair", "Temporary Chairperson", "Secretary of the Committee"
	presides bool
}

// modifiers may stand before an office.
var modifiers = []string{"temporary ", "acting ", "outgoing ", "interim ", "incoming ", "new ", "co-", "vice-", "deputy "}

// offices are the functions that speak in records, the longest first where one
// begins another.
var offices = []struct {
	head     string
	presides bool
}{
	{"chair person", true}, {"chairperson-rapporteur", true}, {"chairperson", true}, {"chairwoman", true}, {"chairman", true}, {"chair-rapporteur", true}, {"chair", true},
	{"president", true}, {"country rapporteur", false}, {"rapporteur", false}, {"secretary of the committee", false},
	{"secretary of the council", false}, {"secretary of the commission", false}, {"secretary-general", false}, {"secretary", false},
	{"united nations high commissioner for human rights", false}, {"high commissioner for human rights", false}, {"high commissioner", false}, {"moderator", false}, {"facilitator", false}, {"coordinator", false},
}

// scanOffice reads "The Chair", "the CHAIRMAN", "The Temporary Chairperson" at
// text[at:]. The article may be glued to an office in capitals.
func scanOffice(text string, at int, president bool) (office, int, bool) {
	rest := text[at:]
	if len(rest) < 8 || !strings.EqualFold(rest[:3], "the") {
		return office{}, at, false
	}
	start := at + 3
	for start < len(text) && text[start] == ' ' {
		start++
	}
	low := strings.ToLower(text[start:min(len(text), start+60)])
	size := 0
	for _, m := range modifiers {
		if strings.HasPrefix(low[size:], m) {
			size += len(m)
		}
	}
	for _, o := range offices {
		if !strings.HasPrefix(low[size:], o.head) || o.head == "president" && !president {
			continue
		}
		end := start + size + len(o.head)
		if end > len(text) || !endsOffice(text[end:]) {
			continue
		}
		if first := text[start]; first < 'A' || first > 'Z' {
			return office{}, at, false
		}
		return office{officeName(text[start:end]), o.presides}, end, true
	}
	return office{}, at, false
}

// endsOffice reports whether an office can end before rest: "the Chair of the
// board" is another's.
func endsOffice(rest string) bool {
	if rest == "" || rest[0] == '.' {
		return true
	}
	if rest[0] != ' ' && rest[0] != ',' && rest[0] != '(' {
		return false
	}
	return !hasAnyPrefix(rest, " of ", " for ")
}

// officeName writes an office as records of today do.
func officeName(printed string) string {
	words := strings.Fields(printed)
	for i, w := range words {
		switch {
		case i > 0 && (strings.EqualFold(w, "of") || strings.EqualFold(w, "the")):
			words[i] = strings.ToLower(w)
		case allUpper(strings.ReplaceAll(w, "-", "")):
			words[i] = foldWord(w)
		}
	}
	return strings.Replace(strings.Join(words, " "), "Chair person", "Chairperson", 1)
}

// A represented is whom an anonymous speaker stands for.
type represented struct{ affiliation, capacity string }

// anonymous are the words that name a speaker by function, and whether what
// follows is an affiliation.
var anonymous = []struct {
	words string
	body  bool
}{
	{"member of the delegation of ", true}, {"member of the Committee", false}, {"representative of ", true}, {"representatives of ", true},
	{"observer for ", true}, {"observer of ", true}, {"delegate of ", true}, {"delegate from ", true}, {"member of the secretariat", false},
	{"representative from ", true}, {"spokesperson for ", true}, {"spokesman for ", true},
}

// articles open the name of an anonymous speaker.
var articles = []string{"A ", "An ", "The ", "Another ", "One ", "a ", "an ", "the ", "another "}

// scanAnonymous reads "A representative of Belgium" at text[at:].
func scanAnonymous(text string, at int) (represented, int, bool) {
	rest := text[at:]
	size := 0
	for _, a := range articles {
		if strings.HasPrefix(rest, a) {
			size = len(a)
			break
		}
	}
	if size == 0 {
		return represented{}, at, false
	}
	if whom, end := scanDelegation(rest[size:]); end > 0 {
		return whom, at + size + end, true
	}
	for _, w := range anonymous {
		if !strings.HasPrefix(rest[size:], w.words) {
			continue
		}
		end := size + len(w.words)
		if !w.body {
			return represented{capacity: w.words}, at + end, true
		}
		stop := end + bodyName(rest[end:])
		if stop == end {
			break
		}
		return represented{affiliation: withoutArticle(rest[end:stop])}, at + stop, true
	}
	return represented{}, at, false
}

// bodyName returns where the name of a body or State at the start of text ends:
// before a verb of speech, a comma or a bracket.
func bodyName(text string) int {
	for at := 0; at < len(text); {
		word := wordAt(text[at:])
		if reporting[word] || adverbs[word] || isActing(text[at:]) || notReporting[word] && wordEndsName(word) {
			return len(strings.TrimRight(text[:at], " "))
		}
		next := strings.IndexAny(text[at:], " ,(;.")
		if next < 0 {
			return 0
		}
		at += next
		if text[at] != ' ' || strings.HasPrefix(text[at:], " (") {
			return at
		}
		at++
	}
	return 0
}

// wordEndsName tells auxiliaries, which end a name, from the small words in one.
func wordEndsName(word string) bool {
	switch word {
	case "of", "the", "and", "in", "on", "for", "to", "at", "from", "with", "or":
		return false
	}
	return true
}

// withoutArticle cuts a leading article.
func withoutArticle(s string) string {
	for _, a := range articles {
		if rest, ok := strings.CutPrefix(s, a); ok {
			return rest
		}
	}
	return s
}
