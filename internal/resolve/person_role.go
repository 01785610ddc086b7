package resolve

import (
	"regexp"
	"slices"
	"strings"

	"rapporteur/graph"
	"rapporteur/schema"
)

// A post is a role that a person had in the meeting.
type post struct {
	person string // id
	role   string // "chair", "vice-chair", "country rapporteur", "rapporteur", "secretary", "representative", "head of delegation"
	of     string // id of the body, State or institution
	para   int    // index of the paragraph that says so, -1 for the header
}

// posts are the roles that the record states, each where it says so first. Those
// of whom it is not sure who they are have none.
func (r *Resolution) posts() []post {
	var out []post
	body := r.body()
	for i, id := range r.Chairs {
		out = append(out, post{id, "chair", body, -1})
		if strings.Contains(strings.ToLower(r.Record.Header.Chairs[i].Note), "vice-chair") {
			out = append(out, post{id, "vice-chair", body, -1})
		}
	}
	for i, p := range r.Paragraphs {
		if p.Speaker != nil && p.Speaker.First == i {
			out = append(out, p.Speaker.posts(body)...)
		}
		out = append(out, r.heads(i)...)
	}
	unsure, said := r.unsure(), make(map[post]bool)
	return slices.DeleteFunc(out, func(p post) bool {
		p.para = 0
		again := said[p]
		said[p] = true
		return again || p.person == "" || p.of == "" || unsure[p.person]
	})
}

// body is the id of the body that meets, "" if the record does not say.
func (r *Resolution) body() string {
	if r.Record.Header.Body == "" {
		return ""
	}
	return "body:" + r.Record.Header.Body
}

// unsure are the ids of persons who may be any of several.
func (r *Resolution) unsure() map[string]bool {
	ids := make(map[string]bool)
	for _, e := range r.Entities {
		if len(e.MayBe) > 0 {
			ids[e.ID] = true
		}
	}
	return ids
}

// capacities are the roles within a body, by what the record calls them.
var capacities = []struct {
	name *regexp.Regexp
	role string
}{
	{regexp.MustCompile(`(?i)^(?:(?:temporary|acting) |co-)?chair(?:man|person|woman)?(?: of the committee)?$`), "chair"},
	{regexp.MustCompile(`(?i)^vice-chair(?:man|person|woman)?(?: of the committee)?$`), "vice-chair"},
	{countryRapporteur, "country rapporteur"},
	{regexp.MustCompile(`(?i)^rapporteur(?: of the committee)?$`), "rapporteur"},
	{regexp.MustCompile(`(?i)^secretary(?: of the committee)?$`), "secretary"},
}

// countryRapporteur is a role that only members of the body have.
var countryRapporteur = regexp.MustCompile(`(?i)^(?:country|alternate country|co-)[ -]?(?:country )?rapporteur\b`)

// posts are the roles in which somebody speaks.
func (s *Speaker) posts(body string) (out []post) {
	for _, c := range capacities {
		if c.name.MatchString(s.Capacity) {
			out = append(out, post{s.ID, c.role, body, s.First})
		}
	}
	if s.Role != RoleDelegation && s.Role != RoleInstitution {
		return out
	}
	out = append(out, post{s.ID, "representative", s.SpeaksFor, s.First})
	if s.Role == RoleDelegation && s.State != s.SpeaksFor {
		out = append(out, post{s.ID, "representative", s.State, s.First})
	}
	return out
}

// The words before and behind a name that make its bearer a head of delegation.
var (
	headBefore = regexp.MustCompile(`(?:[Hh]ead of (?:the |its )?(?:[\pL-]+ )?delegation(?: of [\pL ]{3,60})?,? |delegation(?: of [\pL ]{3,60}?)?,? (?:which was |was )?(?:headed|led) by )$`)
	headBehind = regexp.MustCompile(`^(?: \([^()]*\))?(?:(?:, | \()(?:who was )?(?:the )?[Hh]ead of (?:the |its |his |her )?(?:[\pL-]+ )?delegation\b|,? who (?:headed|led) (?:the|its|his|her) (?:[\pL-]+ )?delegation\b)`)
)

// lead is how many bytes before a name may say what its bearer is.
const lead = 160

// heads are the heads of delegation that paragraph i names.
func (r *Resolution) heads(i int) (out []post) {
	text := r.Record.Paragraphs[i].Text
	for _, m := range r.Paragraphs[i].Mentions {
		if m.Entity.Class != schema.ClassPerson {
			continue
		}
		before := text[max(0, m.Span.Start-lead):m.Span.Start]
		if headBefore.MatchString(before) || headBehind.MatchString(text[m.Span.End:]) {
			out = append(out, post{m.Entity.ID, "head of delegation", r.delegation(i, m), i})
		}
	}
	return out
}

// delegation is the State whose delegation a person mentioned in paragraph i heads:
// the person's own, or the only one under review.
func (r *Resolution) delegation(i int, m Mention) string {
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

// posts writes a node for each person and role, with the date and the record, so
// that "who chaired when" is one step in the graph.
func (w *writer) posts() {
	for _, p := range w.res.posts() {
		w.label = w.record
		if p.para >= 0 {
			w.label = graph.ParagraphID(w.symbol, w.res.Record.Paragraphs[p.para].Number)
		}
		id := graph.RoleID(w.symbol, graph.ID(p.person), graph.Slug(p.role))
		w.class(id, schema.ClassMembership)
		w.ref(id, schema.HeldBy, graph.ID(p.person))
		w.text(id, schema.RoleName, p.role)
		w.ref(id, schema.HeldFor, graph.ID(p.of))
		w.text(id, schema.Date, w.res.Record.Header.Date)
		w.ref(id, schema.HeldIn, w.record)
	}
}
