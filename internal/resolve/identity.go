package resolve

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/graph"
	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

var prefixes = map[schema.Class]string{
	schema.ClassInstitution: "institution", schema.ClassAgreement: "agreement", schema.ClassLaw: "law", schema.ClassPolicy: "policy", schema.ClassDocument: "document",
}

// canonical is the form of a name that its id is made of.
func canonical(c extract.Claim) string {
	name := strings.Join(strings.Fields(c.Name), " ")
	switch c.Class {
	case schema.ClassInstitution:
		return officeOf(name)
	case schema.ClassPolicy:
		return headLast(dropBracket(name))
	case schema.ClassAgreement:
		return shortTitle(name)
	case schema.ClassLaw:
		return undated(name)
	}
	return name
}

var genitiveOffice = regexp.MustCompile(`^(.+)['’]s? (?:Office|office)$`)

// officeOf turns "Prosecutor General's Office" into "Office of the Prosecutor
// General", so that both are one institution.
func officeOf(name string) string {
	if m := genitiveOffice.FindStringSubmatch(name); m != nil {
		return "Office of the " + m[1]
	}
	return strings.Replace(name, "Office of Ombudsman", "Office of the Ombudsman", 1)
}

var bareOmbudsman = regexp.MustCompile(`(?i)^(?:the )?(?:office of (?:the )?)?(?:(?:national|public|parliamentary|federal|human rights) )?ombuds(?:man|woman|person|men|s)?(?: for human rights| institution)?(?:['’]s office)?$|\(ombuds(?:man|person|woman)\)`)

// isOmbudsman reports whether name is that of a State's general ombudsman
// under one of its many forms, and not of one for children or the army.
func isOmbudsman(name string) bool { return bareOmbudsman.MatchString(name) }

var longHead = regexp.MustCompile(`(?i)^(.*?)(Strategy|Programme|Program|Policy) on ([\pL-]+(?: [\pL-]+)?)$`)

// headLast turns "National Strategy on Migration" into "National Migration
// Strategy", as English does with subjects of one or two words.
func headLast(name string) string {
	m := longHead.FindStringSubmatch(name)
	if m == nil {
		return name
	}
	return strings.TrimSpace(m[1]) + " " + m[3] + " " + m[2]
}

// dropBracket leaves an acronym and what follows it out of a policy's name.
func dropBracket(name string) string {
	before, bracket, ok := strings.Cut(name, " (")
	if ok && bracket != "" && bracket[0] >= '0' && bracket[0] <= '9' {
		return name // "… resolution 1325 (2000)"
	}
	return before
}

var titleTail = regexp.MustCompile(` (?:to the|of [0-9]{1,2} [A-Z][a-z]+ [0-9]{4})\b.*$`)

// shortTitle ends a title before "to the Agreement on …" and before a date.
func shortTitle(name string) string { return titleTail.ReplaceAllString(name, "") }

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// label is a name to show: a description begins with a capital.
func label(name string) string {
	r, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(r)) + name[size:]
}

var lawDate = regexp.MustCompile(`(?:,? \(?(?:of )?(?:[0-9]{1,2} [A-Z][a-z]+ )?(?:18|19|20)[0-9]{2}\)?)$`)

var numberOfYear = regexp.MustCompile(`No\. [0-9]+ of (?:18|19|20)[0-9]{2}$`)

// undated leaves the year out of a law's title, which later mentions leave out
// too. A law that has nothing else, such as a decree, keeps it, and so does one
// whose number counts within the year.
func undated(name string) string {
	if numberOfYear.MatchString(name) {
		return name
	}
	short := lawDate.ReplaceAllString(name, "")
	last := short[strings.LastIndex(short, " ")+1:]
	if last == short || capital(last) && words.Month(words.Fold(last)) > 0 {
		return name
	}
	return short
}

// described gives ids to agreements that are only described: one for each
// partner, with the State in whose context they stand.
func (m *meeting) described(c extract.Claim) []*Entity {
	home := m.home(c)
	partners := slices.DeleteFunc(slices.Clone(c.Partners), func(p string) bool { return p == home })
	slug := graph.Slug(c.Name)
	if slug == "" || home == "" && len(partners) < 2 {
		return nil
	}
	if len(partners) == 0 {
		return one(m.agreement(c, slug, home))
	}
	if home == "" {
		return one(m.agreement(c, slug, partners...))
	}
	if c.Joint {
		return one(m.agreement(c, slug, append([]string{home}, partners...)...))
	}
	var out []*Entity
	for _, p := range partners {
		if old := m.between(home, p); old != nil && c.Name == c.Kind {
			out = append(out, old) // "the agreement with Qatar", described before
			continue
		}
		if e := m.agreement(c, slug, home, p); !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

// between is the last described agreement of two parties so far.
func (m *meeting) between(a, b string) *Entity {
	for i := len(m.history) - 1; i >= 0; i-- {
		e := m.history[i].entity
		if len(e.Parties) == 2 && slices.Contains(e.Parties, a) && slices.Contains(e.Parties, b) {
			return e
		}
	}
	return nil
}

func (m *meeting) agreement(c extract.Claim, slug string, parties ...string) *Entity {
	var codes, names []string
	for _, p := range parties {
		codes = append(codes, strings.ToLower(strings.ReplaceAll(lexicon.Name(p), "/", "-")))
		if e := m.known(p, c.Para); e != nil {
			names = append(names, e.Label)
		}
	}
	e := &Entity{ID: "agreement:" + strings.Join(codes, "-") + "/" + slug, Class: schema.ClassAgreement, Kind: c.Kind, Head: c.Kind, First: c.Para}
	subject := label(c.Name)
	if !strings.Contains(c.Name, c.Kind) {
		subject += " " + c.Kind
	}
	if c.Generic {
		subject += "s"
	}
	e.Label = subject + " (" + strings.Join(names, " – ") + ")"
	e.Parties = parties
	return m.put(e)
}

// foldWords folds each word of a name: "Optional Protocol" → "optional protocol".
func foldWords(name string) string {
	var out []string
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		out = append(out, words.Fold(w))
	}
	return strings.Join(out, " ")
}
