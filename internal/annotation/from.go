package annotation

import (
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"

	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/internal/resolve"
)

// From returns the public form of a resolution. What the schema rejects is not
// known here; the caller may add it to the report.
func From(res *resolve.Resolution) Record {
	rec := res.Record
	out := Record{Source: rec.Source, Header: header(res), Paragraphs: []Paragraph{}, Residue: []Line{}}
	for i := range rec.Paragraphs {
		p := paragraph(res, i)
		out.Paragraphs = append(out.Paragraphs, p)
		out.Report.Mentions += len(p.Mentions)
		if p.Speaker != nil {
			out.Report.WithSpeaker++
		}
	}
	for _, l := range rec.Residue {
		out.Residue = append(out.Residue, Line{l.Number, l.Text})
	}
	out.Report.Paragraphs = len(rec.Paragraphs)
	return out
}

// Write prints one record as one line.
func Write(w io.Writer, r Record) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(r)
}

func header(res *resolve.Resolution) Header {
	h := res.Record.Header
	out := Header{
		Symbol: text(h.Symbol), SymbolFrom: text(string(h.SymbolFrom)), Body: text(h.Body), Session: number(h.Session), Meeting: number(h.Meeting), Part: text(h.Part),
		Date: text(h.Date), Time: text(h.Time), Opened: text(h.Opened), Closed: text(h.Closed), Suspended: [][2]string{}, Place: text(h.Place), Chair: text(chairNames(h.Chairs)),
		Distributed: text(h.Distributed), OriginalLanguage: text(h.OriginalLanguage), StatesReviewed: []string{}, Agenda: []string{}, Documents: []string{},
	}
	for _, s := range h.Suspended {
		out.Suspended = append(out.Suspended, [2]string{s.From, s.To})
	}
	for _, s := range res.States {
		out.StatesReviewed = append(out.StatesReviewed, lexicon.Name(s))
	}
	out.Agenda = append(out.Agenda, h.Agenda...)
	out.Documents = append(out.Documents, h.Documents...)
	return out
}

// chairNames joins several chairs by "; ".
func chairNames(chairs []record.Name) string {
	var names []string
	for _, c := range chairs {
		names = append(names, c.Name)
	}
	return strings.Join(names, "; ")
}

func paragraph(res *resolve.Resolution, i int) Paragraph {
	rec, found := res.Record, res.Paragraphs[i]
	p := rec.Paragraphs[i]
	out := Paragraph{Number: p.Number, NumberFrom: string(p.NumberFrom), Text: p.Text, Mentions: []Mention{}, Cites: []string{}, Topics: []Topic{}}
	if p.Section >= 0 {
		out.Section = text(rec.Sections[p.Section].Title)
	}
	if s := found.Speaker; s != nil {
		out.Speaker = &Speaker{ID: text(s.ID), Name: text(s.Name), Anonymous: s.Anonymous, Capacity: text(s.Capacity), SpeaksFor: text(s.SpeaksFor), From: string(s.From)}
	}
	ruler := record.NewRuler(p.Text)
	for _, m := range found.Mentions {
		start := ruler.CodePoints(m.Span.Start)
		quote := m.Span.Of(p.Text)
		out.Mentions = append(out.Mentions, Mention{
			ID: m.Entity.ID, Type: m.Entity.Class, Label: m.Entity.Label, Text: quote, Start: start, End: start + utf8.RuneCountInString(quote),
			How: string(m.How), Rule: text(m.Rule), Confidence: m.Confidence, Provision: text(m.Provision),
		})
	}
	out.Cites = append(out.Cites, found.Cites...)
	for _, id := range found.Topics {
		out.Topics = append(out.Topics, Topic{ID: id, Label: res.Label(id)})
	}
	return out
}

func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func number(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}
