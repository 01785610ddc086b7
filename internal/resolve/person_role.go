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
	role   string // "chair", "alternate country rapporteur", "head of delegation"; docs/ids.md lists them
	of     string // id of the body, State or institution
	para   int    // index of the paragraph that says so, -1 for the header
}

// posts are the roles that the record states, each where it says so first. Those
// of whom it is not sure who they are have none.
func (r *Resolution) posts() []post {
	var out []post
	body := r.body()
	for i, id := range r.Chairs {
		for _, role := range presiding(r.Record.Header.Chairs[i].Note) {
			out = append(out, post{id, role, body, -1})
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

// capacities are the roles within a body, by what the record calls them. Who
// stands in for another keeps the name of that role.
var capacities = []struct {
	name *regexp.Regexp
	role string
}{
	{capacity(chair), "chair"},
	{capacity("temporary " + chair), "temporary chair"},
	{capacity("(?:acting|interim) " + chair), "acting chair"},
	{capacity("co-" + chair), "co-chair"},
	{capacity("(?:first |second |third )?vice-" + chair), "vice-chair"},
	{regexp.MustCompile(`(?i)^country[ -]rapporteur\b`), "country rapporteur"},
	{regexp.MustCompile(`(?i)^alternate (?:country )?rapporteur\b`), "alternate country rapporteur"},
	{regexp.MustCompile(`(?i)^(?:country )?co-(?:country )?rapporteur\b`), "co-rapporteur"},
	{capacity("rapporteur"), "rapporteur"},
	{capacity("secretary"), "secretary"},
}

const chair = "chair(?:man|person|woman)?(?:-rapporteur)?"

// capacity matches the name of a role, alone or with the body's.
func capacity(name string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)^` + name + `(?: of the (?:sub-?)?(?:committee|council|commission))?$`)
}

// roleOf is the role within the body that a capacity means, "" for none.
func roleOf(capacity string) string {
	for _, c := range capacities {
		if c.name.MatchString(capacity) {
			return c.role
		}
	}
	return ""
}

// membersOnly are the roles that only members of the body have.
var membersOnly = map[string]bool{"country rapporteur": true, "alternate country rapporteur": true, "co-rapporteur": true}

// presiding are the roles of somebody who presides, by the note of the header:
// "Temporary Chair, Representative of the Secretary-General", "Vice-Chair".
func presiding(note string) (out []string) {
	for part := range strings.SplitSeq(note, ", ") {
		if role := roleOf(part); strings.HasSuffix(role, "chair") && !slices.Contains(out, role) {
			out = append(out, role)
		}
	}
	if len(out) == 0 || out[0] == "vice-chair" {
		return append([]string{"chair"}, out...)
	}
	return out
}

// posts are the roles in which somebody speaks.
func (s *Speaker) posts(body string) (out []post) {
	if role := roleOf(s.Capacity); role != "" {
		out = append(out, post{s.ID, role, body, s.First})
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
