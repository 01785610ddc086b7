package extract

import (
	"strings"

	"rapporteur/internal/words"
	"rapporteur/schema"
)

// agreements claims instruments that are only described: "migration cooperation
// agreements with Belarus and Belgium", "an agreement with the European Union
// on readmission". Partners and subject make the id; resolve adds the State in
// whose context the words stand. A description without partner, subject or at
// least "other countries" says nothing that can be followed, and is left.
func (p *paragraph) agreements() {
	for i, w := range p.text.Words {
		if !agreementHeads.Lacks(w.Form) && agreementHeads.Fold(w.Form) && !p.text.Is(i-1, "in") {
			p.agreement(i)
		}
	}
}

var agreementHeads = words.NewIndex(words.Set("agreement agreements treaty treaties memorandum memorandums memoranda accord accords protocol protocols partnership partnerships arrangement arrangements"))

// A description is an agreement as far as it is described.
type description struct {
	first, end int
	subjects   []string
	partners   []string
	open       bool // "with other countries"
	bilateral  bool
	joint      bool // one agreement of all the partners
}

func (p *paragraph) agreement(head int) {
	d := description{first: head, end: head + 1}
	p.agreementKind(&d)
	p.modifiers(&d, head)
	p.tail(&d)
	name := p.text.Words[head].Fold
	switch {
	case len(d.partners) == 0 && len(d.subjects) == 0 && !d.open:
		return
	case weakHeads[name] && len(d.partners) == 0, strings.HasPrefix(name, "partnership") && len(d.subjects) == 0:
		return
	case len(d.partners) == 0 && !d.open && !plural(name) && !d.bilateral:
		return
	}
	if len(d.subjects) == 0 {
		d.subjects = []string{p.impliedSubject(head, singular(name))}
	}
	pending := p.pending(d)
	for _, s := range d.subjects {
		p.add(d.first, d.end, Claim{Class: schema.ClassAgreement, How: ByRule, Rule: "described-agreement", Described: true, Kind: singular(name), Name: s, Head: singular(name), Partners: d.partners, Generic: len(d.partners) == 0, Joint: d.joint, Pending: pending, National: true})
	}
}

// weakHeads mean an instrument only where a partner is named.
var weakHeads = map[string]bool{"protocol": true, "protocols": true, "partnership": true, "partnerships": true, "arrangement": true, "arrangements": true, "treaty": true, "treaties": true, "accord": true, "accords": true}

func plural(word string) bool { return strings.HasSuffix(word, "s") || word == "memoranda" }

func singular(word string) string {
	switch {
	case strings.HasPrefix(word, "memorand"):
		return "memorandum of understanding"
	case strings.HasSuffix(word, "ies"):
		return strings.TrimSuffix(word, "ies") + "y"
	}
	return strings.TrimSuffix(word, "s")
}

// agreementKind takes "of understanding" and "of cooperation" behind the head.
func (p *paragraph) agreementKind(d *description) {
	if p.text.Is(d.end, "of") && p.text.Is(d.end+1, "understanding", "cooperation", "friendship", "agreement", "intent") {
		d.end += 2
	}
}

func (p *paragraph) knownWord(j int) bool {
	_, ok := p.hits.covering(j)
	return ok
}
