package resolve

import (
	"regexp"
	"strings"

	"rapporteur/internal/record"
	"rapporteur/schema"
)

// aDelegation matches a delegation with the word that says whose it is before it,
// "the Norwegian delegation", or the words that do behind it, "delegation of Norway".
const aDelegation = `(?:[Tt]he |[Aa] |[Ii]ts |[Hh]is |[Hh]er )?(?:(?P<before>State party['’]s|\p{Lu}[\pL'’-]*(?: \p{Lu}[\pL'’-]*){0,2}|[\p{Ll}-]+) )?[Dd]elegation(?P<behind> (?:of|from|to) [^,;:.]{3,60}?)?`

// The words before and behind a name that make its bearer a head of delegation.
var (
	headBefore = regexp.MustCompile(`[Hh]ead of ` + aDelegation + `,? $`)
	ledBefore  = regexp.MustCompile(aDelegation + `,? (?:which (?:was|had been) |was )?(?:headed|led) by $`)
	headBehind = regexp.MustCompile(`^(?: \([^()]*\))?(?:, | \()(?:who was )?(?:the )?[Hh]ead of ` + aDelegation + `(?:\b|$)`)
	ledBehind  = regexp.MustCompile(`^(?: \([^()]*\))?,? who (?:headed|led) ` + aDelegation + `(?:\b|$)`)
)

// lesser matches what before "head" makes it another post, or one of the past.
var lesser = regexp.MustCompile(`(?i)\b(?:deputy|alternate|assistant|vice|acting|interim|former|previous|outgoing|then|ex)[ -](?:to (?:the )?)?$`)

// lead is how many bytes before a name may say what its bearer is.
const lead = 160

// heads are the heads of delegation that paragraph i names.
func (r *Resolution) heads(i int) (out []post) {
	for _, m := range r.Paragraphs[i].Mentions {
		if m.Entity.Class != schema.ClassPerson {
			continue
		}
		if words, ok := headWords(r.Record.Paragraphs[i].Text, m.Span); ok {
			out = append(out, post{m.Entity.ID, "head of delegation", r.delegation(i, m, words), i})
		}
	}
	return out
}

// whose are the words about a delegation that say whose it is, as bytes of the
// paragraph; both are empty where none do.
type whose struct{ before, behind record.Span }

// headWords reads the words around a name that make its bearer a head of delegation.
func headWords(text string, name record.Span) (whose, bool) {
	from := max(0, name.Start-lead)
	before := text[from:name.Start]
	if strings.Contains(before, "elegation") { // most names have none before them, which is quicker seen so
		if m := headBefore.FindStringSubmatchIndex(before); m != nil && !lesser.MatchString(before[:m[0]]) {
			return whoseOf(headBefore, m, from), true
		}
		if m := ledBefore.FindStringSubmatchIndex(before); m != nil {
			return whoseOf(ledBefore, m, from), true
		}
	}
	for _, re := range []*regexp.Regexp{headBehind, ledBehind} {
		if m := re.FindStringSubmatchIndex(text[name.End:]); m != nil {
			return whoseOf(re, m, name.End), true
		}
	}
	return whose{}, false
}

// whoseOf takes the groups of aDelegation out of a match that counts from byte from.
func whoseOf(re *regexp.Regexp, m []int, from int) whose {
	group := func(name string) (s record.Span) {
		if i := 2 * re.SubexpIndex(name); m[i] >= 0 {
			s = record.Span{Start: from + m[i], End: from + m[i+1]}
		}
		return s
	}
	return whose{before: group("before"), behind: group("behind")}
}

// delegation is the State whose delegation a person mentioned in paragraph i heads:
// the one that the words name, "" if they name what is no State; without such words
// the person's own, or the only one under review.
func (r *Resolution) delegation(i int, m Mention, words whose) string {
	text := r.Record.Paragraphs[i].Text
	switch {
	case !words.behind.Empty():
		return r.stateAt(i, ofWhom(text, words.behind))
	case capital(words.before.Of(text)):
		return r.stateAt(i, words.before)
	}
	if s := r.Paragraphs[i].Speaker; s != nil && s.ID == m.Entity.ID && s.State != "" {
		return s.State
	}
	if m.Entity.Country != "" {
		return m.Entity.Country
	}
	if len(r.States) == 1 {
		return r.States[0]
	}
	return ""
}

// ofWhom is where the name begins in " of the Republic of Korea", nowhere in words
// that say where a delegation goes.
func ofWhom(text string, s record.Span) record.Span {
	words := s.Of(text)
	if strings.HasPrefix(words, " to ") {
		return record.Span{}
	}
	rest := strings.TrimPrefix(words[strings.IndexByte(words[1:], ' ')+2:], "the ")
	return record.Span{Start: s.End - len(rest), End: s.End - len(rest) + 1}
}

// stateAt is the country that words of paragraph i name, "" if they name none.
func (r *Resolution) stateAt(i int, s record.Span) string {
	for _, m := range r.Paragraphs[i].Mentions {
		if m.Entity.Class == schema.ClassCountry && m.Span.Overlaps(s) {
			return m.Entity.ID
		}
	}
	return ""
}
