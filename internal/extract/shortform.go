package extract

import (
	"strings"

	"rapporteur/internal/record"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// shortForms claims definite descriptions: "the Convention", "the State party",
// "the Chair". Which entity they mean, if any, resolve decides; a description
// that means nothing it can find is dropped there.
func (p *paragraph) shortForms() {
	for i, w := range p.text.Words {
		if w.Fold == "the" && i+1 < len(p.text.Words) {
			p.shortForm(i)
		}
	}
}

func (p *paragraph) shortForm(the int) {
	i := the + 1
	for i+1 < len(p.text.Words) && p.text.Is(i, "said", "draft", "same", "above", "new") && !p.text.Words[i].Capital() {
		i++
	}
	switch {
	case p.stateForm(the, i), p.chairForm(the, i), p.draftForm(the):
	default:
		p.headForm(the, i)
	}
}

// State forms: "the State party", "the Government", "the delegation", "the
// country", "the State". "of Azerbaijan" behind them names the State.
func (p *paragraph) stateForm(the, i int) bool {
	end, head := p.stateHead(i)
	if end == 0 {
		return false
	}
	c := Claim{Class: schema.ClassCountry, How: ByCoreference, Head: head}
	if p.text.Is(end, "of") {
		if h, ok := p.stateAt(end + 1); ok {
			c.ID = h.Entry.ID
		} else if p.text.Is(i, "delegation", "government") {
			return true
		}
	}
	p.add(the, end, c)
	return true
}

// stateHead is where the words for a State end that begin at word i, and what
// they are; 0 if there are none.
func (p *paragraph) stateHead(i int) (end int, head string) {
	w := p.text.Words[i]
	switch w.Fold {
	case "state":
		switch {
		case w.Capital() && p.text.Is(i+1, "party"):
			return i + 2, "state party"
		case w.Capital() && p.bareState(i+1):
			return i + 1, w.Fold
		}
	case "reporting":
		if p.text.Is(i+1, "state") {
			return i + 2, "state party"
		}
	case "government":
		if w.Capital() && !p.nameGoesOn(i+1) {
			return i + 1, w.Fold
		}
	case "delegation":
		if !p.text.Is(i+1, "from") {
			return i + 1, w.Fold
		}
	case "country":
		if w.Shape == words.Lower && !p.text.Is(i+1, "of", "concerned", "in", "where", "rapporteur", "rapporteurs", "team", "office", "task", "visit", "report", "reports", "visits", "that", "which") {
			return i + 1, w.Fold
		}
	}
	return 0, ""
}

// bareState: "the State" is a State where no noun follows that it qualifies.
func (p *paragraph) bareState(i int) bool {
	if i >= len(p.text.Words) || p.text.Words[i].Shape == words.Punct {
		return true
	}
	return p.text.Is(i, "'s", "had", "has", "was", "is", "should", "would", "could", "must", "might", "may", "shall", "will", "did", "to", "and", "or", "as", "also", "with", "by", "for", "in", "that", "which", "were", "under", "from", "at", "on", "if", "when", "where", "but", "not", "itself", "nor", "than", "before", "did", "does", "can", "cannot")
}

func (p *paragraph) nameGoesOn(i int) bool {
	return i < len(p.text.Words) && p.text.Words[i].Capital()
}

var chairs = words.Set("chair chairperson chairman chairwoman chairpersonrapporteur")

func (p *paragraph) chairForm(the, i int) bool {
	w := p.text.Words[i]
	if !chairs[w.Fold] && !p.presides(i) || !w.Capital() || p.text.Is(i+1, "of", "'s") && p.text.Is(i+1, "of") || i+1 < len(p.text.Words) && p.text.Words[i+1].Joined {
		return false
	}
	p.add(the, i+1, Claim{Class: schema.ClassPerson, How: ByCoreference, Head: "chair"})
	return true
}

// presides: "The President" who speaks presides, as in the Economic and Social
// Council; another is of a State.
func (p *paragraph) presides(i int) bool {
	return p.text.Words[i].Fold == "president" && p.speakerSpan().Contains(record.Span{Start: p.text.Words[i].Start, End: p.text.Words[i].End})
}

// draftForm: "the draft" by itself is the policy that the paragraph named.
func (p *paragraph) draftForm(the int) bool {
	end := the + 2
	if !p.text.Is(the+1, "draft") || end >= len(p.text.Words) {
		return false
	}
	w := p.text.Words[end]
	if w.Shape != words.Punct && !strings.HasSuffix(w.Fold, "ed") && !p.text.Is(end, "had", "was", "would", "should", "could", "is", "did", "and", "in", "to", "by") {
		return false
	}
	p.add(the, end, Claim{Class: schema.ClassPolicy, How: ByCoreference, Head: "draft"})
	return true
}

// headForm claims "the" and a head word alone: "the Code", "the Working Group".
func (p *paragraph) headForm(the, i int) {
	end, class, ok := p.shortHead(i)
	if !ok || p.continues(i, end) || p.beginsName(i) {
		return
	}
	head := p.text.Words[end-1].Fold
	if end-i > 1 {
		head = fold(p.text, i, end)
	}
	if p.text.Is(i, "memorandum") {
		head = "memorandum" // what it is of says nothing
	}
	p.add(the, end, Claim{Class: class, How: ByCoreference, Head: head})
}

// beginsName reports whether a longer name begins at word i: "the High Court".
func (p *paragraph) beginsName(i int) bool {
	return p.begun[p.text.Words[i].Start]
}

func fold(t *words.Text, first, end int) string {
	s := t.Words[first].Fold
	for i := first + 1; i < end; i++ {
		s += " " + t.Words[i].Fold
	}
	return s
}

// plainHeads may stand in lower case and still mean something named before, as
// may "working group" and "task force".
var plainHeads = map[string]schema.Class{
	"programme": schema.ClassPolicy, "plan": schema.ClassPolicy, "strategy": schema.ClassPolicy, "centre": schema.ClassInstitution,
	"agreement": schema.ClassAgreement, "memorandum": schema.ClassAgreement, "agreements": schema.ClassAgreement, "commission": schema.ClassInstitution, "fund": schema.ClassInstitution,
}

// mandate is where the name ends that begins at word i and is what the holder of
// a special procedure is called for short. The Office of the High Commissioner
// is the one named before, too.
func (p *paragraph) mandate(i int) (end int, class schema.Class, ok bool) {
	if p.text.Is(i, "office") && p.text.Is(i+1, "of") && p.text.Is(i+2, "the") && p.text.Is(i+3, "high") {
		i += 3
	}
	switch {
	case p.text.Is(i, "special") && p.text.Is(i+1, "rapporteur", "representative"),
		p.text.Is(i, "independent") && p.text.Is(i+1, "expert"),
		p.text.Is(i, "high") && p.text.Is(i+1, "commissioner"):
		return i + 2, schema.ClassInstitution, true
	}
	return 0, "", false
}

func (p *paragraph) shortHead(i int) (end int, class schema.Class, ok bool) {
	if p.text.Words[i].Capital() {
		if end, class, ok := p.mandate(i); ok {
			return end, class, true
		}
		class, n := p.rules.Head(p.text, i)
		return i + n, class, n > 0
	}
	if p.text.Is(i, "working") && p.text.Is(i+1, "group") || p.text.Is(i, "task") && p.text.Is(i+1, "force") {
		return i + 2, schema.ClassInstitution, true
	}
	if p.text.Is(i, "memorandum") && p.text.Is(i+1, "of") && p.text.Is(i+2, "understanding") {
		return i + 3, schema.ClassAgreement, true
	}
	class, ok = plainHeads[p.text.Words[i].Fold]
	return i + 1, class, ok
}

// continues reports whether a name goes on behind the head, so that it is no
// short form: "the Committee on …", "the Convention Secretariat".
func (p *paragraph) continues(i, end int) bool {
	if end >= len(p.text.Words) {
		return false
	}
	w := p.text.Words[end]
	if p.text.Is(end, "table", "member", "members") {
		return true // "the Committee table"
	}
	if p.text.Words[i].Capital() && w.Capital() && w.Shape != words.Punct {
		return true
	}
	if p.text.Is(end, "of", "on", "for", "against") && end+1 < len(p.text.Words) {
		next := p.text.Words[end+1]
		return next.Capital() || p.text.Is(end+1, "the") && end+2 < len(p.text.Words) && p.text.Words[end+2].Capital()
	}
	return w.Joined || p.text.Words[i].Shape == words.Lower && p.text.Is(end, "of", "on", "for", "against", "with", "between")
}
