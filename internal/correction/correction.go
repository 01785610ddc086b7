// Package correction is the user's overlay over what the program finds in
// records: a YAML list of entries that merge, split, rename, reject or relabel
// entities by id, each with its reason and its day. Records are read as ever and
// corrected afterwards, so that corrections hold however often they are read
// again. docs/corrections.md says it for those who write them.
//
//	set, err := correction.Load(sch, correction.File{Name: "corrections.yaml", Data: data})
//	…
//	matched := set.Apply(found, lexicon)
//
// The order of the entries does not matter: [Load] refuses those that contradict
// each other, and [Set.Apply] takes first what comes first. To apply a set twice
// is to apply it once.
package correction

import (
	"fmt"

	"rapporteur/graph"
)

// An Action is what an entry does.
type Action string

// The actions.
const (
	Merge   Action = "merge"   // mentions of ID mean Into
	Split   Action = "split"   // some mentions of ID mean another entity, To, which is called Label
	Rename  Action = "rename"  // the entity ID has the id To
	Reject  Action = "reject"  // mentions of ID mean nothing
	Relabel Action = "relabel" // the entity ID is called Label
)

// An Entry is one correction. Which fields an action takes is said at [Load].
type Entry struct {
	Action    Action `yaml:"action" json:"action"`
	ID        string `yaml:"id" json:"id"`                                   // of the entity as the program finds it: "institution:AZE/migration-office"
	Into      string `yaml:"into,omitempty" json:"into,omitempty"`           // of the entity that it is
	To        string `yaml:"to,omitempty" json:"to,omitempty"`               // the other id
	Label     string `yaml:"label,omitempty" json:"label,omitempty"`         // the name to show for the entity that the entry leads to
	Record    string `yaml:"record,omitempty" json:"record,omitempty"`       // only in this record: "record:CMW/C/SR.464"
	Paragraph string `yaml:"paragraph,omitempty" json:"paragraph,omitempty"` // only in this paragraph: "para:CMW/C/SR.464#13"
	Words     string `yaml:"words,omitempty" json:"words,omitempty"`         // only where these words, as printed, are the mention
	Reason    string `yaml:"reason" json:"reason"`
	Date      string `yaml:"date" json:"date"` // day of the decision, ISO 8601: "2026-05-02"

	file  string
	line  int            // of the entry
	lines map[string]int // of its fields
}

// Place returns where the entry stands: "corrections.yaml:12".
func (e *Entry) Place() string { return fmt.Sprintf("%s:%d", e.file, e.line) }

// errorf is an error of the entry, at the line of a field if that is there.
func (e *Entry) errorf(field, format string, args ...any) error {
	line, ok := e.lines[field]
	if !ok {
		line = e.line
	}
	return fmt.Errorf("%s:%d: %s", e.file, line, fmt.Sprintf(format, args...))
}

// target is the id that mentions of ID get, "" for an action that gives none.
func (e *Entry) target() string {
	if e.Action == Merge {
		return e.Into
	}
	return e.To
}

// everywhere reports whether the entry holds for all mentions of its ID.
func (e *Entry) everywhere() bool { return e.Record == "" && e.Paragraph == "" && e.Words == "" }

// inRecord reports whether the entry can match in a record.
func (e *Entry) inRecord(symbol string) bool {
	if e.Paragraph != "" {
		in, _, _ := graph.ID(e.Paragraph).Paragraph()
		return in == symbol
	}
	return e.Record == "" || e.Record == string(graph.RecordID(symbol))
}

// inParagraph reports whether the entry can match in a paragraph of a record
// that it can match in.
func (e *Entry) inParagraph(id graph.ID) bool { return e.Paragraph == "" || e.Paragraph == string(id) }

// says reports whether the entry is about a mention or a speaker with these words.
func (e *Entry) says(words string) bool { return e.Words == "" || e.Words == words }

// width orders entries about one id: the narrower goes first, so that the wider
// has what is left.
func (e *Entry) width() int {
	w := 4
	switch {
	case e.Paragraph != "":
		w = 0
	case e.Record != "":
		w = 2
	}
	if e.Words == "" {
		w++
	}
	return w
}
