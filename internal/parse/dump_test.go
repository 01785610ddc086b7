package parse

import (
	"fmt"
	"strings"

	"rapporteur/internal/record"
)

// dump writes a record as text that people can check against its source.
func dump(r *record.Record) string {
	var b strings.Builder
	line := func(name string, values ...any) {
		var kept []string
		for _, v := range values {
			if s := fmt.Sprint(v); s != "" && s != "0" {
				kept = append(kept, s)
			}
		}
		if len(kept) > 0 {
			fmt.Fprintf(&b, "%s: %s\n", name, strings.Join(kept, " "))
		}
	}
	h := r.Header
	line("symbol", h.Symbol, parens(string(h.SymbolFrom)))
	line("body", h.Body)
	line("session", h.Session)
	line("meeting", h.Meeting)
	line("part", h.Part)
	line("date", h.Date, h.Time)
	line("opened", h.Opened)
	line("closed", h.Closed)
	for _, s := range h.Suspended {
		line("suspended", s.From, s.To)
	}
	line("place", h.Place)
	for _, c := range h.Chairs {
		line("chair", name(c))
	}
	line("distributed", h.Distributed)
	line("language", h.OriginalLanguage)
	for _, a := range h.Agenda {
		line("agenda", a)
	}
	line("documents", strings.Join(h.Documents, "; "))
	section := -1
	for i, p := range r.Paragraphs {
		for section < p.Section {
			section++
			dumpSection(&b, r.Sections[section])
		}
		fmt.Fprintf(&b, "%d", p.Number)
		if p.NumberFrom == record.Restored {
			b.WriteString("?")
		}
		dumpSpeaker(&b, r, i)
		fmt.Fprintf(&b, "\n\t%s\n", p.Text)
	}
	for section++; section < len(r.Sections); section++ {
		dumpSection(&b, r.Sections[section])
	}
	for _, l := range r.Residue {
		fmt.Fprintf(&b, "residue %d: %s\n", l.Number, l.Text)
	}
	return b.String()
}

func dumpSection(b *strings.Builder, s record.Section) {
	fmt.Fprintf(b, "%s %s", strings.Repeat("#", s.Level+1), s.Title)
	if len(s.Documents) > 0 {
		fmt.Fprintf(b, " [%s]", strings.Join(s.Documents, "; "))
	}
	b.WriteString("\n")
}

// dumpSpeaker writes who speaks in paragraph i, with what the spans quote.
func dumpSpeaker(b *strings.Builder, r *record.Record, i int) {
	from := r.SpeakerFrom(i)
	if from == "" {
		return
	}
	fmt.Fprintf(b, " %s", from)
	if from == record.SpeakerContinued {
		return
	}
	s := r.Interventions[r.Paragraphs[i].Intervention].Speaker
	text := r.Paragraphs[i].Text
	if s.Name.Name != "" {
		fmt.Fprintf(b, " %s", name(s.Name))
	}
	for _, f := range []struct{ name, value string }{
		{"office", s.Office}, {"capacity", s.Capacity}, {"of", s.Affiliation}, {"for", s.OnBehalfOf},
	} {
		if f.value != "" {
			fmt.Fprintf(b, " | %s %s", f.name, f.value)
		}
	}
	if s.Anonymous {
		b.WriteString(" | anonymous")
	}
	fmt.Fprintf(b, " {%s}", s.Span.Of(text))
	if s.NameSpan != s.Span {
		fmt.Fprintf(b, " {%s}", s.NameSpan.Of(text))
	}
}

func name(n record.Name) string {
	s := n.Name
	if n.Honorific != "" {
		s = n.Honorific + " " + s
	}
	if n.Note != "" {
		s += " (" + n.Note + ")"
	}
	return s
}

func parens(s string) string {
	if s == "" {
		return ""
	}
	return "(" + s + ")"
}
