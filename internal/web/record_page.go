package web

import (
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/answer"
)

// A recordPage shows a record to read, with links at what it names.
type recordPage struct {
	Title      string
	Record     *answer.Record
	JSON       string
	Paragraphs []shownParagraph
}

type shownParagraph struct {
	answer.Paragraph
	Anchor     string
	NewSection bool // the section is another than that of the paragraph before
	Pieces     []piece
}

// A piece of a paragraph's text; one with an address names something.
type piece struct{ Text, Href, Title string }

func (s *site) recordPage(c *gin.Context) error {
	symbol := strings.Trim(c.Param("symbol"), "/")
	r, err := s.readRecord(c.Request.Context(), symbol)
	if err != nil {
		return err
	}
	page := recordPage{Title: r.Symbol, Record: r, JSON: apiPath("records", r.Symbol)}
	section := ""
	for _, p := range r.Paragraphs {
		shown := shownParagraph{Paragraph: p, Anchor: anchor(p.Number), Pieces: pieces(p)}
		if p.Section != nil && *p.Section != section {
			section, shown.NewSection = *p.Section, true
		}
		page.Paragraphs = append(page.Paragraphs, shown)
	}
	return writePage(c, http.StatusOK, s.pages.record, page)
}

// pieces cuts a text at its mentions. Where mentions overlap, the first and,
// of those that begin together, the longest is shown.
func pieces(p answer.Paragraph) []piece {
	var out []piece
	text, at := []rune(p.Text), 0
	for i, m := range p.Mentions {
		if m.Start < at || m.End > len(text) || m.Start >= m.End || longerFollows(p.Mentions[i:]) {
			continue
		}
		if m.Start > at {
			out = append(out, piece{Text: string(text[at:m.Start])})
		}
		out = append(out, piece{string(text[m.Start:m.End]), entityPath(m.ID), m.Label})
		at = m.End
	}
	if at < utf8.RuneCountInString(p.Text) {
		out = append(out, piece{Text: string(text[at:])})
	}
	return out
}

// longerFollows reports whether a later mention begins where the first does and
// is longer.
func longerFollows(mentions []answer.Mention) bool {
	for _, m := range mentions[1:] {
		if m.Start != mentions[0].Start {
			return false
		}
		if m.End > mentions[0].End {
			return true
		}
	}
	return false
}
