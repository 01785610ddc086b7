package parse

import (
	"regexp"
	"strings"

	"rapporteur/internal/record"
)

// presidingRE matches the label of whoever presides, and what the label adds.
var presidingRE = regexp.MustCompile(`(?i)^(temporary |acting |interim |co-|vice-|later\s?:\s*)?(chair ?(?:man|men|person|woman|women)?s?(?:-rapporteurs?)?|presidents?|(?:and |then )?later|subsequently)\s?[:;]`)

// isPresiding reports whether a line names who presided.
func isPresiding(text string) bool { return presidingRE.MatchString(text) }

// readChairs reads a line of the masthead that names who presided, and the
// bracket below it. It returns how many cells it took.
func (p *parser) readChairs(cells []cell) int {
	text, n := cells[0].text, 1
	m := presidingRE.FindStringSubmatchIndex(text)
	label := strings.TrimSpace(text[m[0] : m[1]-1])
	names := strings.TrimSpace(text[m[1]:])
	for n < len(cells) && n < 4 && (names == "" || isOpen(names) || strings.HasPrefix(cells[n].text, "(")) && !isPresiding(cells[n].text) && !isContents(cells[n].key) {
		names = strings.TrimSpace(names + " " + cells[n].text)
		n++
	}
	for n < len(cells) && n < 4 && isPersonOnly(cells[n].text) { // "Chairs: Mr. Doe (CMW) / Ms. Roe (CRC)"
		names += " and " + cells[n].text
		n++
	}
	for _, c := range cells[:n] {
		p.claim(c.line, "chair")
	}
	p.president = p.president || strings.EqualFold(label, "president")
	for _, name := range chairNames(names) {
		name.Note = joinNotes(labelNote(label), name.Note)
		p.addChair(name)
	}
	return n
}

// isPersonOnly reports whether a line holds a person, a bracket behind, and no more.
func isPersonOnly(text string) bool {
	_, end, ok := scanPerson(text, 0)
	if !ok {
		return false
	}
	_, size := bracket(text[end:])
	return end+size == len(text)
}

// isOpen reports whether text ends within brackets.
func isOpen(text string) bool { return strings.Count(text, "(") > strings.Count(text, ")") }

// labelNote is what a label says beside "Chair": "Temporary Chair", "later".
func labelNote(label string) string {
	switch strings.TrimSuffix(strings.ToLower(strings.ReplaceAll(label, " ", "")), "s") {
	case "chair", "chairman", "chairmen", "chairperson", "chairwoman", "chairwomen", "president":
		return ""
	}
	return strings.TrimRight(label, " :s")
}

// joinNotes joins what label and bracket say.
func joinNotes(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
}

// leaders matches the dots between a name and its State.
var leaders = regexp.MustCompile(`\s*(?:…|\.\s?){3,}\s*`)

// chairNames reads "Mr. Doe (Vice-Chair)", "Ms. Roe, Vice-Chair" and several of
// them joined by "and".
func chairNames(text string) []record.Name {
	var out []record.Name
	text = strings.TrimSpace(leaders.ReplaceAllString(text, " "))
	for text != "" && len(out) < 4 {
		person, end, ok := scanPerson(text, 0)
		if !ok {
			person, end = bareName(text)
		}
		if end == 0 {
			break
		}
		rest := text[end:]
		if content, size := bracket(rest); size > 0 {
			person.Note, rest = content, rest[size:]
			if content, size = bracket(rest); size > 0 { // "(Vice-President) (Bhutan)"
				person.Note, rest = joinNotes(person.Note, content), rest[size:]
			}
		} else if note, ok := strings.CutPrefix(rest, ", "); ok && !startsHonorific(note) {
			person.Note, rest = strings.Trim(note, " .,"), ""
		}
		out = append(out, person)
		rest = strings.TrimLeft(rest, " ,;")
		text = strings.TrimPrefix(strings.TrimPrefix(rest, "and "), "later: ")
	}
	return out
}

// bareName reads a name without honorific: all before a bracket or comma.
func bareName(text string) (record.Name, int) {
	end := strings.IndexAny(text, "(,;")
	if end < 0 {
		end = len(text)
	}
	return record.Name{Name: foldName(strings.TrimSpace(text[:end]))}, end
}

// tookChair ends the key of a note of who presided.
const tookChair = "tookthechair"

// chairNoteSize returns how many cells a note of who presided takes, 0 where
// cells start with none.
func chairNoteSize(cells []cell) int {
	for n := range cells[:min(len(cells), 3)] {
		switch {
		case strings.HasSuffix(cells[n].key, tookChair):
			return n + 1
		case n == 0 && !strings.HasPrefix(cells[n].key, "intheabsenceof"):
			return 0
		}
	}
	return 0
}

// readChairNote reads such a note and returns how many cells it took.
func (p *parser) readChairNote(cells []cell) int {
	var text []string
	for _, c := range cells {
		p.claim(c.line, "chair")
		text = append(text, c.text)
	}
	p.noteChair(strings.Join(text, " "), "")
	return len(cells)
}

// noteChair reads "In the absence of Ms. A, Ms. B, Vice-Chair, took the Chair.":
// the last person named presides.
func (p *parser) noteChair(text, note string) {
	var last record.Name
	for at := 0; at < len(text); at++ {
		if at > 0 && text[at-1] != ' ' {
			continue
		}
		person, end, ok := scanPerson(text, at)
		if !ok {
			continue
		}
		last = person
		if role, ok := strings.CutPrefix(text[end:], ", "); ok && !startsHonorific(role) {
			role, _, _ = strings.Cut(role, ",")
			last.Note = role
		} else if content, size := bracket(text[end:]); size > 0 {
			last.Note = content
		}
		at = end - 1
	}
	last.Note = joinNotes(note, last.Note)
	p.addChair(last)
}
