// Package annotation is the public JSON form of a record that was read: one
// object a record, with its header, its paragraphs, who speaks in them and what
// they mention. It is what `rapporteur extract` prints and what gold is written
// in. Keys keep their order; a field that the record does not state is null.
package annotation

import "rapporteur/schema"

// A Record is one annotated record.
type Record struct {
	Source     string      `json:"source"`
	Header     Header      `json:"record"`
	Paragraphs []Paragraph `json:"paragraphs"`
	Residue    []Line      `json:"residue"`
	Report     Report      `json:"report"`
}

// A Header holds what the record says of its meeting. Days are ISO 8601, times
// 24-hour local time.
type Header struct {
	Symbol           *string     `json:"symbol"`
	SymbolFrom       *string     `json:"symbol_from"`
	Body             *string     `json:"body"`
	Session          *int        `json:"session"`
	Meeting          *int        `json:"meeting"`
	Part             *string     `json:"part"`
	Date             *string     `json:"date"`
	Time             *string     `json:"time"`
	Opened           *string     `json:"opened"`
	Closed           *string     `json:"closed"`
	Suspended        [][2]string `json:"suspended"`
	Place            *string     `json:"place"`
	Chair            *string     `json:"chair"`
	Distributed      *string     `json:"distributed"`
	OriginalLanguage *string     `json:"original_language"`
	StatesReviewed   []string    `json:"states_reviewed"` // ISO 3166-1 alpha-3
	Agenda           []string    `json:"agenda"`
	Documents        []string    `json:"documents"`
}

// A Paragraph is one numbered paragraph.
type Paragraph struct {
	Number     int       `json:"number"`
	NumberFrom string    `json:"number_from"`
	Section    *string   `json:"section"`
	Text       string    `json:"text"`
	Speaker    *Speaker  `json:"speaker"`
	Mentions   []Mention `json:"mentions"`
	Cites      []string  `json:"cites"`
	Topics     []Topic   `json:"topics"`
}

// A Speaker is who speaks. Anonymous is left out where it is false.
type Speaker struct {
	ID        *string `json:"id"`
	Name      *string `json:"name"`
	Anonymous bool    `json:"anonymous,omitempty"`
	Capacity  *string `json:"capacity"`
	SpeaksFor *string `json:"speaks_for"`
	From      string  `json:"from"`
}

// A Mention quotes Text[Start:End] of its paragraph, in Unicode code points,
// end exclusive.
type Mention struct {
	ID         string       `json:"id"`
	Type       schema.Class `json:"type"`
	Label      string       `json:"label"`
	Text       string       `json:"text"`
	Start      int          `json:"start"`
	End        int          `json:"end"`
	How        string       `json:"how"`
	Rule       *string      `json:"rule"`
	Confidence float64      `json:"confidence"`
	Provision  *string      `json:"provision"`
}

// A Topic is a concept of the topic vocabulary.
type Topic struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// A Line is a line of the source that no rule claimed.
type Line struct {
	Line int    `json:"line"`
	Text string `json:"text"`
}

// A Report counts what was found.
type Report struct {
	Paragraphs  int `json:"paragraphs"`
	WithSpeaker int `json:"with_speaker"`
	Mentions    int `json:"mentions"`
	Rejected    int `json:"rejected"`
}
