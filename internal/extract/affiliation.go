package extract

import (
	"strings"

	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// An Affiliation is what a speaker's bracket says, read.
type Affiliation struct {
	State       string // id of the State: the delegation's, or the institution's
	Institution string // id, where the lexicon knows the institution
	Name        string // of another institution, without its State
	Kind        string
	National    bool   // the kind of that institution is one that States have
	Delegation  bool   // speaks for the State itself
	Within      bool   // the bracket says more than the institution's name
	OnBehalfOf  string // id of a group or organization spoken for
}

// affiliations reads the brackets of all interventions.
func (x *Extractor) affiliations(rec *record.Record) []Affiliation {
	out := make([]Affiliation, len(rec.Interventions))
	for i, iv := range rec.Interventions {
		out[i] = x.affiliation(iv.Speaker)
	}
	return out
}

func (x *Extractor) affiliation(s record.Speaker) Affiliation {
	a := x.bracket(s)
	if s.OnBehalfOf != "" {
		t := x.split.Split(s.OnBehalfOf)
		for _, h := range x.lexicon.Names(t) {
			switch {
			case h.Entry == nil:
			case h.Entry.Class == schema.ClassInstitution && (h.First == 0 || h.First == 1 && t.Is(0, "the")):
				a.OnBehalfOf = h.Entry.ID
			case h.Entry.Class == schema.ClassCountry && h.End == len(t.Words) && (h.First == 0 || t.Is(0, "government")):
				a.OnBehalfOf = h.Entry.ID
			}
		}
	}
	return a
}

// bracket reads what stands in brackets behind the speaker's name.
func (x *Extractor) bracket(s record.Speaker) Affiliation {
	var a Affiliation
	switch s.Affiliation {
	case "":
		return a
	case "delegation": // of the State under review
		return Affiliation{Delegation: true}
	}
	t := x.split.Split(strings.TrimPrefix(strings.TrimPrefix(s.Affiliation, "Observer for "), "the "))
	hits := x.lexicon.Names(t)
	for _, h := range hits {
		if h.Entry == nil || h.First > 0 || h.End < len(t.Words) {
			continue
		}
		switch h.Entry.Class {
		case schema.ClassCountry:
			return Affiliation{State: h.Entry.ID, Delegation: true}
		case schema.ClassInstitution:
			return Affiliation{Institution: h.Entry.ID, State: h.Entry.Country}
		}
	}
	if id := employer(t, hits); id != "" {
		return Affiliation{Institution: id, Within: true}
	}
	if rest := withoutPost(t); rest != "" {
		s.Affiliation = rest
		a = x.bracket(s)
		a.Within = true
		return a
	}
	return x.institution(t, hits)
}

// institution reads "Office of … of Azerbaijan" and "Centre Memorial, Azerbaijan".
func (x *Extractor) institution(t *words.Text, hits []lexicon.Hit) Affiliation {
	a := Affiliation{}
	end := len(t.Words)
	if end > 3 && t.Is(end-1, ")") && t.Is(end-3, "(") && isAcronym(t.Words[end-2]) {
		end -= 3 // "International Organization for Migration (IOM)"
	}
	for _, h := range hits {
		if h.Entry == nil || h.Entry.Class != schema.ClassCountry || h.End != end || h.First == 0 {
			continue
		}
		before := h.First - 1
		if t.Is(before, "the") {
			before--
		}
		if t.Is(before, ",", "of", "-", "in", "for", "(") {
			a.State, end = h.Entry.ID, before
		}
	}
	if h := hits; len(h) > 0 && h[0].Entry != nil && h[0].First == 0 && h[0].End == end && h[0].Entry.Class == schema.ClassInstitution {
		a.Institution = h[0].Entry.ID
		return a
	}
	if end == 0 {
		return a
	}
	if h := hits; a.State == "" && len(h) > 0 && h[0].Entry != nil && h[0].First == 0 && h[0].Entry.Class == schema.ClassCountry && h[0].End < end && t.Words[h[0].End].Capital() {
		a.State = h[0].Entry.ID // "Kenya National Commission on Human Rights"
	}
	a.Name = t.Quote(0, end)
	for _, m := range x.rules.FindNames(t, nil) {
		if m.Class == schema.ClassInstitution && a.Kind == "" {
			a.Kind = m.Kind
			a.National = m.National && m.Kind == "commission" && m.End == end && !internationalName(t, 0, end)
		}
	}
	if strings.Contains(t.Raw, "mbuds") {
		a.Kind = "ombudsman"
	}
	return a
}

// speaker claims the speaker and the bracket behind the name.
func (p *paragraph) speaker(brackets []Affiliation) {
	n := p.rec.Paragraphs[p.index].Intervention
	if n < 0 || p.rec.Interventions[n].First != p.index {
		return
	}
	s, a := p.rec.Interventions[n].Speaker, brackets[n]
	if a.Within {
		return // names within a longer bracket are found as names are
	}
	if a.Institution == "" && a.Name == "" || s.Affiliation == "" || a.Institution != "" && strings.HasSuffix(s.Affiliation, ")") {
		return // a name with its acronym is found as two names
	}
	at := strings.Index(p.text.Raw[s.Span.Start:], s.Affiliation)
	if at < 0 {
		return
	}
	start := s.Span.Start + at
	end := start + len(s.Affiliation)
	if comma := strings.LastIndex(s.Affiliation, ", "); comma > 0 && a.State != "" && strings.HasPrefix(s.Affiliation, a.Name) && len(a.Name) <= comma {
		end = start + comma
	}
	p.addSpan(record.Span{Start: start, End: end}, Claim{Class: schema.ClassInstitution, How: ByName, Rule: "affiliation", ID: a.Institution, Name: a.Name, State: a.State, Kind: a.Kind})
}
