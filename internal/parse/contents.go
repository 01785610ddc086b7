package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isContents recognises the heading of the contents.
func isContents(k string) bool { return k == "contents" || k == "contentscontinued" || k == "agenda" }

// readEntry reads one entry of the contents, which may be broken over cells, and
// returns how many.
func (p *parser) readEntry(cells []cell) int {
	text, n := cells[0].text, 1
	for n < len(cells) && p.entryGoesOn(text, cells[n-1], cells[n]) && chairNoteSize(cells[n:]) == 0 {
		text += " " + cells[n].text
		n++
	}
	for _, c := range cells[:n] {
		p.claim(c.line, "contents")
	}
	text = strings.TrimRight(text, " *")
	p.rec.Header.Agenda = append(p.rec.Header.Agenda, text)
	p.agenda[titleKey(text)] = true
	return n
}

// entryGoesOn reports whether cell b goes on with the entry that ends in cell a.
func (p *parser) entryGoesOn(entry string, a, b cell) bool {
	if isOpening(b.key) {
		return false
	}
	return continues(entry, b.text) || len(entry) <= maxHeading && p.wrapsEntry(a, b)
}

// minWrapped is how long a line of hard-wrapped text is, in bytes, that the next
// one goes on with.
const minWrapped = 60

// wrapsEntry reports whether hard-wrapped text breaks an entry between two cells.
func (p *parser) wrapsEntry(a, b cell) bool {
	return p.layout.wrapped && b.line == a.line+1 && len(a.text) >= minWrapped && !isItem(b.text)
}

// hanging are words that no title ends with.
var hanging = map[string]bool{"of": true, "the": true, "and": true, "or": true, "by": true, "to": true, "in": true, "on": true, "for": true, "with": true,
	"under": true, "at": true, "from": true, "a": true, "an": true, "all": true, "article": true, "articles": true, "against": true}

// joining are words that no title in capitals starts with.
var joining = map[string]bool{"of": true, "and": true, "or": true, "to": true, "by": true, "for": true, "with": true, "under": true}

// continues reports whether a line goes on with the title before it: it starts in
// lower case or is a bracket, or the title cannot end where it does.
func continues(title, line string) bool {
	if len(title) > maxHeading {
		return false
	}
	r, _ := utf8.DecodeRuneInString(line)
	if unicode.IsLower(r) {
		return true
	}
	if r == '(' {
		return !isItem(line)
	}
	if first, _, _ := strings.Cut(line, " "); allUpper(first) && joining[strings.ToLower(first)] && allUpper(titleText(title)) {
		return true
	}
	last := title[strings.LastIndexByte(title, ' ')+1:]
	return strings.HasSuffix(last, ",") || isOpen(title) || hanging[strings.ToLower(last)]
}

// isItem reports whether a line starts like "(a) " or "(iv) ".
func isItem(line string) bool {
	if line == "" || line[0] != '(' {
		return false
	}
	end := strings.IndexByte(line, ')')
	return end > 1 && end <= 5 && line[1:end] == strings.ToLower(line[1:end]) && strings.IndexByte(line[1:end], ' ') < 0
}

// titleKey is what a heading shares with its entry in the contents: the key
// without brackets, for these come and go ("(continued)", symbols, item numbers).
func titleKey(title string) string {
	if !strings.ContainsAny(title, "([") {
		return key(title)
	}
	var b strings.Builder
	depth := 0
	for _, r := range title {
		switch {
		case r == '(' || r == '[':
			depth++
		case r == ')' || r == ']':
			depth = max(depth-1, 0)
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return key(b.String())
}
