package resolve_test

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/internal/resolve"
	"rapporteur/schema"
)

// TestContexts reads the records of each archive in testdata/contexts, and
// compares what is under review, for whom is spoken, and what the instruments and
// institutions mentioned are, with the file "found" behind them.
func TestContexts(t *testing.T) {
	archives(t, "contexts", func(_ *testing.T, b *strings.Builder, found []*resolve.Resolution) {
		for _, r := range found {
			showContext(b, r)
		}
	})
}

// showContext prints the States under review, then for each paragraph whom its
// speaker speaks for and a mention a line.
func showContext(b *strings.Builder, r *resolve.Resolution) {
	fmt.Fprintf(b, "%s reviews %v\n", r.Record.Header.Symbol, r.States)
	for i, p := range r.Paragraphs {
		fmt.Fprintf(b, "%d.", r.Record.Paragraphs[i].Number)
		if s := p.Speaker; s != nil && s.SpeaksFor != "" {
			fmt.Fprintf(b, " for %s", s.SpeaksFor)
		}
		b.WriteByte('\n')
		for _, m := range p.Mentions {
			if m.Entity.Class == schema.ClassPerson || m.Entity.Class == schema.ClassCountry {
				continue
			}
			fmt.Fprintf(b, "   %s → %s %s", m.Span.Of(r.Record.Paragraphs[i].Text), m.Entity.ID, m.Provision)
			b.WriteByte('\n')
		}
	}
	for _, s := range r.Statements() {
		if s.Predicate == schema.Party && s.Subject.Prefix() == "agreement" {
			fmt.Fprintf(b, "%s %s %s  [%s]\n", s.Subject, s.Predicate, s.Object, s.Label.Cite())
		}
	}
}
