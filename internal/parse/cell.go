package parse

import (
	"regexp"
	"strings"
)

// A cell is a piece of the header that one rule reads: a line, or a part of one
// where a conversion ran several together.
type cell struct {
	line   int
	text   string
	key    string
	indent int
}

// cellStarts matches the labels at which a line is cut into cells.
var cellStarts = regexp.MustCompile(`(?:Distr\s?\.|(?i:original\s?:)|(?:Provisional |PROVISIONAL )?(?:Summary record|SUMMARY RECORD)|Held (?:at|via|by|in|as)\b|HELD AT|` +
	`(?i:(?:temporary |acting |interim |co-|vice-)?(?:chair ?(?:man|men|person|woman|women)?s?(?:-rapporteurs?)?|presidents?|later)\s?[:;])\s*(?:Mr|Mrs|Ms|Miss|Sir|Dame|H\.E|Archbishop)\b)`)

// mayHoldLabel spares most lines cellStarts: what it matches holds one of these.
func mayHoldLabel(text string) bool {
	return strings.ContainsAny(text, ":;") || containsAny(text, "Distr", "ummary", "UMMARY", "Held", "HELD")
}

// cells cuts the free lines of a range.
func (p *parser) cells(r lineRange) []cell {
	var out []cell
	for i := r.from; i < r.to; i++ {
		if !p.free(i) {
			continue
		}
		for _, text := range cutCells(p.lines[i].Text) {
			out = append(out, cell{i, text, key(text), p.lines[i].Indent})
		}
	}
	return out
}

// columnsRE matches lines of the General Assembly's mastheads that hold two columns:
// "FORTY-FIFTH SESSION at 4 p.m.".
var columnsRE = regexp.MustCompile(`(?i)^(general assembly|.{4,40} session|official records\*?|.{4,60} committee) (held on|at \d{1,2}(?:\.\d\d)? ?[ap]\.m\.|new york|geneva|\d+ ?\w* meeting)$`)

// mayBeColumns spares most lines columnsRE, by the letters that it can end with.
func mayBeColumns(text string) bool {
	return len(text) > 10 && strings.IndexByte("nN.kKaAgG", text[len(text)-1]) >= 0
}

// cutCells cuts a line before every label in it.
func cutCells(text string) []string {
	if mayBeColumns(text) {
		if m := columnsRE.FindStringSubmatch(text); m != nil {
			return m[1:]
		}
	}
	if !mayHoldLabel(text) {
		return []string{strings.TrimSpace(text)}
	}
	var out []string
	at := 0
	for _, m := range cellStarts.FindAllStringIndex(text, -1) {
		if piece := strings.TrimSpace(text[at:m[0]]); piece != "" && m[0] > at {
			out = append(out, piece)
		}
		at = m[0]
	}
	return append(out, strings.TrimSpace(text[at:]))
}
