package graph

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"
)

// IDVersion counts the changes of the rules by which ids are made. A store
// whose ids were made by other rules cannot be added to.
const IDVersion = 3

// An ID is the short IRI of an entity: a registered prefix, a colon and a
// name, such as "country:AZE". It never changes once a record was read.
type ID string

// NewID returns the id with the prefix and the name, whose characters that an
// IRI cannot hold are percent-encoded.
func NewID(prefix, name string) ID { return ID(prefix + ":" + escape(name)) }

// RecordID returns the id of a record: "record:CMW/C/SR.464".
func RecordID(symbol string) ID { return NewID("record", symbol) }

// ParagraphID returns the id of a numbered paragraph: "para:CMW/C/SR.464#13".
func ParagraphID(symbol string, number int) ID {
	return NewID("para", symbol) + ID("#"+strconv.Itoa(number))
}

// MentionID returns the id of a mention of characters start to end of a
// paragraph: "mention:CMW/C/SR.464#13.812-819". Where several mentions share a
// span, nth counts them from 1.
func MentionID(symbol string, number, start, end, nth int) ID {
	id := NewID("mention", symbol) + ID("#"+strconv.Itoa(number)+"."+strconv.Itoa(start)+"-"+strconv.Itoa(end))
	if nth > 1 {
		id += ID("." + strconv.Itoa(nth))
	}
	return id
}

// MeetingID returns the id of a meeting: "meeting:CMW/464", or with the
// session, where the body counts its meetings anew each session,
// "meeting:A/C.3/76/12". Session 0 stands for none.
func MeetingID(body string, session, number int) ID {
	id := NewID("meeting", body)
	if session > 0 {
		id += ID("/" + strconv.Itoa(session))
	}
	return id + ID("/"+strconv.Itoa(number))
}

// ScopedID returns the id of something that belongs to a State, a body or an
// institution: ScopedID("law", "AZE", Slug("Migration Code")) is
// "law:AZE/migration-code". Without scope the slug stands alone.
func ScopedID(prefix, scope, slug string) ID {
	if scope == "" {
		return NewID(prefix, slug)
	}
	return NewID(prefix, scope+"/"+slug)
}

// SymbolID returns the id of a United Nations document: "symbol:CMW/C/AZE/3".
func SymbolID(symbol string) ID { return NewID("symbol", symbol) }

// RoleID returns the id of a role that a person had in a meeting:
// "role:CMW/C/SR.464#AZE/huseynov.representative".
func RoleID(symbol string, person ID, role string) ID {
	_, who, _ := strings.Cut(string(person), ":")
	return NewID("role", symbol) + ID("#"+who+"."+role)
}

// ProvisionID returns the id of an article of an instrument:
// ProvisionID("agreement:icrmw", "art. 16 (2)") is "agreement:icrmw#art.16(2)".
func ProvisionID(instrument ID, article string) ID {
	compact := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, article)
	return instrument + ID("#"+escape(compact))
}

// Prefix returns what stands before the colon: "country".
func (id ID) Prefix() string {
	prefix, _, _ := strings.Cut(string(id), ":")
	return prefix
}

// Name returns what stands behind the colon, percent-decoded where it can be:
// the symbol of a record, the code of a country.
func (id ID) Name() string {
	_, name, _ := strings.Cut(string(id), ":")
	if plain, err := url.PathUnescape(name); err == nil {
		return plain
	}
	return name
}

// Paragraph returns the symbol and the number in the id of a paragraph or of
// a mention; ok is false for any other id.
func (id ID) Paragraph() (symbol string, number int, ok bool) {
	if p := id.Prefix(); p != "para" && p != "mention" {
		return "", 0, false
	}
	head, fragment, found := strings.Cut(string(id), "#")
	digits, _, _ := strings.Cut(fragment, ".")
	number, err := strconv.Atoi(digits)
	if !found || err != nil {
		return "", 0, false
	}
	return ID(head).Name(), number, true
}

// Cite returns a paragraph as people cite it, "CMW/C/SR.464, para. 13", and
// any other id by its name.
func (id ID) Cite() string {
	symbol, number, ok := id.Paragraph()
	if !ok {
		return id.Name()
	}
	return symbol + ", para. " + strconv.Itoa(number)
}

// escape percent-encodes what a name within an IRI cannot hold, and "#" and
// "%" so that the name can be read back.
func escape(name string) string {
	if !strings.ContainsFunc(name, mustEscape) {
		return name
	}
	var b strings.Builder
	for _, r := range name {
		if !mustEscape(r) {
			b.WriteRune(r)
			continue
		}
		const hex = "0123456789ABCDEF"
		for _, c := range []byte(string(r)) {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}

func mustEscape(r rune) bool { return r == '#' || r == '%' || !inIRI(r) }

// inIRI reports whether an IRI can hold r as it is.
func inIRI(r rune) bool {
	switch r {
	case '<', '>', '"', '{', '}', '|', '^', '`', '\\', 0xFFFD, 0xFFFE, 0xFFFF:
		return false
	}
	return r > ' ' && (r < 0x7F || !unicode.IsSpace(r) && !unicode.IsControl(r))
}
