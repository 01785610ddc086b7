package answer

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"rapporteur/graph"
	"rapporteur/schema"
)

// ErrNotFound says that the store does not hold what was asked for.
var ErrNotFound = errors.New("not in the store")

// A Record is a summary record with its paragraphs.
type Record struct {
	ID         string      `json:"id"` // "record:CMW/C/SR.464"
	Symbol     string      `json:"symbol"`
	CiteAs     string      `json:"cite_as"`
	Document   string      `json:"document"` // address of the United Nations document
	Header     Header      `json:"header"`
	Paragraphs []Paragraph `json:"paragraphs"` // by number
	Truncated  bool        `json:"truncated"`  // the limits left something out
}

// A Header is what a record says of itself and of its meeting. Days are ISO
// 8601, times are 24-hour local time.
type Header struct {
	SymbolFrom       *string  `json:"symbol_from"`
	Body             *Ref     `json:"body"`
	Meeting          *Ref     `json:"meeting"`
	MeetingNumber    *int     `json:"meeting_number"`
	Session          *int     `json:"session"`
	Part             *string  `json:"part"`
	Date             *string  `json:"date"`
	Opened           *string  `json:"opened"`
	Closed           *string  `json:"closed"`
	Suspended        []string `json:"suspended"` // "16:30-16:45"
	Place            *string  `json:"place"`
	Chairs           []Ref    `json:"chairs"`
	Distributed      *string  `json:"distributed"`
	OriginalLanguage *string  `json:"original_language"`
	Reviews          []Ref    `json:"reviews"` // the States under review
	Agenda           []string `json:"agenda"`
	Documents        []Ref    `json:"documents"`
	Source           *string  `json:"source"` // name of the file that was read
}

// Record returns the record of an id, which the names know.
func (r Reader) Record(ctx context.Context, id string) (*Record, error) {
	symbol := graph.ID(id).Name()
	out := &Record{ID: id, Symbol: symbol, CiteAs: symbol, Document: graph.DocumentURL(symbol)}
	said, err := r.run(ctx, "record.js", map[string]any{"record": iris(id)})
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", out.Symbol, err)
	}
	out.Header = r.header(id, bySubject(said.Rows))
	listed, err := r.run(ctx, "record-paragraphs.js", map[string]any{"record": iris(id)})
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", out.Symbol, err)
	}
	var ids []string
	for _, row := range listed.Rows {
		ids = addNew(ids, iri(row, "paragraph"))
	}
	var truncated bool
	out.Paragraphs, truncated, err = r.paragraphs(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", out.Symbol, err)
	}
	out.Truncated = said.Truncated || listed.Truncated || truncated
	return out, nil
}

// header puts together what is said of a record and of its meeting.
func (r Reader) header(id string, said map[string]values) Header {
	record := said[id]
	h := Header{
		SymbolFrom:       record.text(schema.SymbolFrom),
		Body:             r.optional(record.first(schema.OfBody)),
		Meeting:          r.optional(record.first(schema.RecordOf)),
		Part:             record.text(schema.Part),
		Date:             record.text(schema.Date),
		Opened:           record.text(schema.Opened),
		Closed:           record.text(schema.Closed),
		Suspended:        record.texts(schema.Suspended),
		Distributed:      record.text(schema.Issued),
		OriginalLanguage: record.text(schema.Language),
		Reviews:          r.refs(record[schema.Reviews]),
		Agenda:           record.texts(schema.AgendaItem),
		Documents:        r.refs(record[schema.References]),
		Source:           record.text(schema.Source),
	}
	var meeting values
	if h.Meeting != nil {
		meeting = said[h.Meeting.ID]
	}
	h.Session = meeting.number(schema.Session)
	h.MeetingNumber = meeting.number(schema.MeetingNumber)
	h.Place = meeting.text(schema.Location)
	h.Chairs = r.refs(meeting[schema.Chaired])
	return h
}

// Paragraph returns one paragraph of a record. The error is [ErrNotFound] where
// the record has none of that number.
func (r Reader) Paragraph(ctx context.Context, record string, number int) (*Paragraph, error) {
	id := graph.ParagraphID(graph.ID(record).Name(), number)
	found, _, err := r.paragraphs(ctx, []string{string(id)})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", id.Cite(), err)
	}
	at := slices.IndexFunc(found, func(p Paragraph) bool { return p.Number == number })
	if at < 0 {
		return nil, fmt.Errorf("%s: %w", id.Cite(), ErrNotFound)
	}
	return &found[at], nil
}
