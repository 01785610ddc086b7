package export

import (
	"crypto/sha1"
	"encoding/hex"
	"errors"
	"io"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/schema"
)

// An ftmEntity is an entity of FollowTheMoney, a line of its own.
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// ftmID makes an id that FollowTheMoney takes, which has no colon or slash: the
// SHA-1 of what identifies the thing, as its own tools do.
func ftmID(parts ...string) string {
	sum := sha1.Sum([]byte(strings.Join(parts, between)))
	return hex.EncodeToString(sum[:])
}

// set adds the values of a property, but for empty ones.
func (e ftmEntity) set(property string, values ...string) {
	for _, v := range values {
		if v != "" {
			e.Properties[property] = append(e.Properties[property], v)
		}
	}
}

// An ftmWriter writes entities of FollowTheMoney.
type ftmWriter struct {
	part *part
	w    io.Writer
}

// writeFTM writes persons, organizations, documents, events and what links them.
// States and topics are no entities there; docs/exports.md lists what is lost.
func writeFTM(p *part, w io.Writer) (err error) {
	n, err := weave(p)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, n.close()) }()
	out := ftmWriter{p, w}
	if err := n.eachNode(func(x node) error { return out.thing(x) }); err != nil {
		return err
	}
	roles := func(thing graph.ID) bool { return thing.Prefix() == "role" }
	if err := p.subjects(roles, func(role graph.ID, quads []quad.Quad) error { return out.role(role, quads) }); err != nil {
		return err
	}
	return n.eachLink(out.link)
}

func (o ftmWriter) write(e ftmEntity) error {
	line, err := marshal(e)
	if err != nil {
		return err
	}
	_, err = io.WriteString(o.w, line+"\n")
	return err
}

// ftmSchema says what a thing is in FollowTheMoney, "" for nothing.
func ftmSchema(class schema.Class, kind string) string {
	switch class {
	case schema.ClassPerson:
		return "Person"
	case schema.ClassInstitution, schema.ClassBody:
		if publicKinds[kind] {
			return "PublicBody"
		}
		return "Organization"
	case schema.ClassSummaryRecord, schema.ClassDocument, schema.ClassAgreement, schema.ClassLaw, schema.ClassPolicy:
		return "Document"
	case schema.ClassMeeting:
		return "Event"
	}
	return ""
}

// publicKinds are the kinds of institutions that are bodies of a State.
var publicKinds = map[string]bool{
	"ministry": true, "parliament": true, "court": true, "police": true, "prosecutor": true,
	"ombudsman": true, "national-institution": true, "development-agency": true,
}

// role writes the role that a person had for a body or an institution. What was
// held for a State has no organization there, and is left out.
func (o ftmWriter) role(role graph.ID, quads []quad.Quad) error {
	e := ftmEntity{ftmID(string(role)), "Membership", map[string][]string{}}
	for _, q := range quads {
		object := id(q.Object)
		class, _ := o.part.schema.ClassOf(string(object))
		switch schema.Property(id(q.Predicate)) {
		case schema.HeldBy:
			e.set("member", ftmID(string(object)))
		case schema.HeldFor:
			if o.part.schema.Is(class, schema.ClassInstitution) {
				e.set("organization", ftmID(string(object)))
			}
		case schema.RoleName:
			e.set("role", graph.Words(q.Object))
		case schema.Date:
			e.set("date", graph.Words(q.Object))
		case schema.HeldIn:
			e.set("recordId", object.Name())
		}
	}
	if len(e.Properties["member"]) == 0 || len(e.Properties["organization"]) == 0 {
		return nil
	}
	return o.write(e)
}

// link writes a link between two things that are there. What only stands in the
// same paragraphs is none.
func (o ftmWriter) link(l link) error {
	source, _ := o.part.schema.ClassOf(string(l.Source))
	target, _ := o.part.schema.ClassOf(string(l.Target))
	from, to := ftmSchema(source, ""), ftmSchema(target, "")
	if from == "" || to == "" || from == "Event" || to == "Event" || !l.Directed() {
		return nil
	}
	e := ftmEntity{ftmID(string(l.Source), l.Predicate, string(l.Target)), "UnknownLink", map[string][]string{}}
	a, b := ftmID(string(l.Source)), ftmID(string(l.Target))
	switch {
	case l.Predicate == string(schema.MemberOf):
		e.Schema = "Membership"
		e.set("member", a)
		e.set("organization", b)
	case from == "Document":
		e.Schema = "Documentation"
		e.set("document", a)
		e.set("entity", b)
	case to == "Document":
		e.Schema = "Documentation"
		e.set("document", b)
		e.set("entity", a)
	default:
		e.set("subject", a)
		e.set("object", b)
	}
	e.set("role", l.Label)
	e.set("summary", strings.Join(l.Cited, "; "))
	e.set("date", l.Dates...) // when it was said, which is not how long it is so
	return o.write(e)
}
