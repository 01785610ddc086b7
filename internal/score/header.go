package score

import (
	"fmt"

	"rapporteur/internal/annotation"
)

func (s *scorer) header(gold, got annotation.Header) {
	s.para = 0
	for _, f := range []struct{ name, gold, got string }{
		{"symbol", value(gold.Symbol), value(got.Symbol)},
		{"symbol_from", value(gold.SymbolFrom), value(got.SymbolFrom)},
		{"body", value(gold.Body), value(got.Body)},
		{"session", number(gold.Session), number(got.Session)},
		{"meeting", number(gold.Meeting), number(got.Meeting)},
		{"part", value(gold.Part), value(got.Part)},
		{"date", value(gold.Date), value(got.Date)},
		{"time", value(gold.Time), value(got.Time)},
		{"opened", value(gold.Opened), value(got.Opened)},
		{"closed", value(gold.Closed), value(got.Closed)},
		{"suspended", fmt.Sprint(gold.Suspended), fmt.Sprint(got.Suspended)},
		{"place", value(gold.Place), value(got.Place)},
		{"chair", value(gold.Chair), value(got.Chair)},
		{"distributed", value(gold.Distributed), value(got.Distributed)},
		{"original_language", value(gold.OriginalLanguage), value(got.OriginalLanguage)},
		{"states_reviewed", fmt.Sprint(gold.StatesReviewed), fmt.Sprint(got.StatesReviewed)},
		{"agenda", fmt.Sprint(gold.Agenda), fmt.Sprint(got.Agenda)},
		{"documents", fmt.Sprint(gold.Documents), fmt.Sprint(got.Documents)},
	} {
		s.equal("header", f.name+"="+f.gold, f.name+"="+f.got)
	}
}

func value(s *string) string {
	if s == nil {
		return "null"
	}
	return *s
}

func number(n *int) string {
	if n == nil {
		return "null"
	}
	return fmt.Sprint(*n)
}
