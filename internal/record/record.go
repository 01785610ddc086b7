// Package record holds the parsed form of one summary record: header, sections,
// numbered paragraphs and the interventions they belong to.
//
// A Record is built by parse and is not changed afterwards; later stages put
// their findings beside it, as spans into paragraph text. A zero value (empty
// string, 0, nil) always means "the record does not say".
package record

// A Record is the minutes of one meeting, or of one part of it.
type Record struct {
	Source     string // base name of the file it was read from
	Header     Header
	Sections   []Section
	Paragraphs []Paragraph
	// Interventions are runs of paragraphs by one speaker, in order.
	Interventions []Intervention
	// Residue is what no rule of the parser claimed, as printed.
	Residue []Line
}

// A SymbolSource says where a record's symbol was read.
type SymbolSource string

// The places a symbol is looked for, in this order.
const (
	FromMasthead SymbolSource = "masthead"
	FromFilename SymbolSource = "filename"
	FromMetadata SymbolSource = "metadata"
)

// A Header is what the masthead, the opening and the closing say of a meeting.
type Header struct {
	Symbol     string // "CMW/C/SR.464"
	SymbolFrom SymbolSource
	Body       string // code of the body: "CMW", "CCPR", "A/C.3"
	Session    int
	Meeting    int
	Part       string // "second part (public)", "partial"; lower case
	Date       string // ISO 8601 day: "2021-10-04"
	Time       string // announced start, 24-hour local time: "15:00"
	Opened     string // "15:10"
	Closed     string
	Suspended  []Interval
	Place      string // "Palais des Nations, Geneva"
	Chairs     []Name
	// Distributed is the day under "Distr.", ISO 8601.
	Distributed      string
	OriginalLanguage string   // "English"
	Agenda           []string // headings of the contents, as printed, one an element
	Documents        []string // symbols that agenda and section headings name
}

// An Interval is a suspension: local 24-hour times, To empty when not resumed.
type Interval struct{ From, To string }

// A Name is a person as a record prints it.
type Name struct {
	Honorific string // "Mr.", "Ms.", "Archbishop"; as printed
	Name      string // "Ünver", "Corzo Sosa"; capitals are folded to normal case
	Note      string // "Vice-Chair", "later"; as printed, without brackets
}

// A Section is a heading under which paragraphs stand.
type Section struct {
	Title string // without the symbols that follow it in brackets
	// Documents are the symbols in brackets behind the title.
	Documents []string
	Level     int // 0 for an agenda item, 1 and up for what stands below it
	Line      int
}

// A Numbering says whether a paragraph's number stood in the text.
type Numbering string

// Printed numbers stood in the text; restored ones follow from the neighbours.
const (
	Printed  Numbering = "printed"
	Restored Numbering = "restored"
)

// A Paragraph is the unit that is cited.
type Paragraph struct {
	Number     int
	NumberFrom Numbering
	Section    int // index into Record.Sections, -1 before the first
	// Text is one line of clean text: no number, furniture, emphasis or footnote marks.
	Text string
	// Intervention is an index into Record.Interventions, -1 where nobody speaks.
	Intervention int
	Line         int // 1-based line of the source where the paragraph starts
}

// A SpeakerSource says how a paragraph's speaker is known.
type SpeakerSource string

// How a speaker is known: by name in the paragraph, as "the Chair", or because
// the paragraph goes on with the intervention before it.
const (
	SpeakerNamed     SpeakerSource = "named"
	SpeakerChair     SpeakerSource = "chair"
	SpeakerContinued SpeakerSource = "continued"
)

// A Speaker is who speaks, exactly as far as the text says so.
type Speaker struct {
	Name        Name   // zero for the Chair and for anonymous speakers
	Office      string // "Chair", "Chairperson", "Temporary Chair", "Secretary of the Committee" where an office speaks
	Capacity    string // "Country Rapporteur": stated in brackets, after a comma or by "speaking as"
	Affiliation string // bracket behind the name, as printed: "Azerbaijan", "Office of … (Ombudsman) of Azerbaijan"
	OnBehalfOf  string // "speaking on behalf of the European Union"
	Anonymous   bool   // "A representative of Belgium": Affiliation is "Belgium"; of the delegation under review it is "delegation"
	Span        Span   // the words that name the speaker, in the first paragraph's text
	NameSpan    Span   // the honorific and name (or office) alone within Span
}

// An Intervention is a run of paragraphs by one speaker. A decision may stand in
// it, which is nobody's.
type Intervention struct {
	Speaker Speaker
	From    SpeakerSource // named or chair
	First   int           // index into Record.Paragraphs
	Last    int           // inclusive
}

// A Line is one line of the source.
type Line struct {
	Number int // 1-based
	Text   string
}

// A Span is a half-open range of bytes: Text[Start:End] is what it quotes.
type Span struct{ Start, End int }

// Of returns the words that s quotes from text.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Empty reports whether s quotes nothing.
func (s Span) Empty() bool { return s.Start >= s.End }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// SpeakerFrom says how the speaker of paragraph i is known, "" where nobody speaks.
func (r *Record) SpeakerFrom(i int) SpeakerSource {
	p := r.Paragraphs[i]
	if p.Intervention < 0 {
		return ""
	}
	if iv := r.Interventions[p.Intervention]; iv.First == i {
		return iv.From
	}
	return SpeakerContinued
}
