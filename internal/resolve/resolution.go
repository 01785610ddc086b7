package resolve

import (
	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/schema"
)

// A Resolution is a record with everything that was found in it.
type Resolution struct {
	Record     *record.Record
	Headed     []*lexicon.Entry // the body and the States under review, which no paragraph need name
	States     []string         // ids of the States under review, in order of the headings
	Chairs     []string         // ids of those who presided, by index of Header.Chairs
	Paragraphs []Paragraph      // by index of Record.Paragraphs
	Entities   []*Entity        // in order of first mention
	Unresolved int              // claims that meant nothing that is known
}

// A Paragraph is what was found in one paragraph.
type Paragraph struct {
	Speaker  *Speaker // nil where nobody speaks
	Mentions []Mention
	Cites    []string // ids of agreements and laws, sorted
	Topics   []string // ids, sorted
	// Relations are what the paragraph says of facts, in text order.
	Relations []Relation
}

// A Speaker is who speaks in a paragraph. Empty fields are unknown.
type Speaker struct {
	ID        string
	Name      string
	Printed   string // the words that name the speaker, from the intervention's first paragraph
	Capacity  string
	SpeaksFor string // id of the State, institution or group
	State     string // id of the country that the speaker comes from in this role
	Role      Role
	Anonymous bool
	From      record.SpeakerSource
	First     int // index of the paragraph with which the intervention begins
}

// A Role is what a speaker is in the meeting.
type Role string

// The roles.
const (
	RoleChair       Role = "chair"
	RoleMember      Role = "member"
	RoleDelegation  Role = "delegation"
	RoleInstitution Role = "institution"
	RoleSecretariat Role = "secretariat"
)

// A Mention says that words of a paragraph mean an entity.
type Mention struct {
	Span       record.Span // bytes of the paragraph's text
	Entity     *Entity
	How        extract.How
	Rule       string
	Provision  string // "art. 14 (3) (d)", "" for none
	Pending    bool   // of a described agreement: the words say that there is none yet
	Confidence float64
	Nth        int // of the mentions that share its span, from 1; 0 to count them as they stand
}

// An Entity is what mentions mean, as this record and the lexicon know it.
type Entity struct {
	ID        string
	Class     schema.Class
	Label     string
	Kind      string
	Head      string         // of an open form: its head word, folded
	Country   string         // id of the State that a national one belongs to
	Parties   []string       // of a described agreement
	Honorific string         // of a person
	MemberOf  string         // of a person: id of a body or institution
	MayBe     []string       // of a person who cannot be told from others: their ids, sorted
	Aliases   []string       // other names that the record uses
	SameAs    []string       // ids that corrections gave up for this one
	Entry     *lexicon.Entry // nil for an open form
	First     int            // index of the paragraph that names it first
	folded    []string       // its names as holds compares them, made when first asked for
}

// Label returns the name to show for an entity of the record, "" if it has none.
func (r *Resolution) Label(id string) string {
	for _, e := range r.Entities {
		if e.ID == id {
			return e.Label
		}
	}
	return ""
}
