package parse

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// documentRE matches a symbol in full; the organ comes first.
var documentRE = regexp.MustCompile(`^(?:A|E|S|T|[A-Z]{2,6})(?:/[A-Za-z0-9][A-Za-z0-9.\-]*)+`)

// additionsRE matches what is added to the symbol before it: "Add.1", "Add.5 to
// 7", "Corr.1 and 2", "Rev.1".
var additionsRE = regexp.MustCompile(`^(Add|Corr|Rev|Amend)\.(\d+)(?:(?:to|-|–)(\d+))?$`)

// siblingRE matches the last part of a symbol that stands beside another's: "L.22
// and L.23", "L.24/Rev.1", "L.27-L.30".
var siblingRE = regexp.MustCompile(`^((?:L|R|CRP|WP|Misc)\.)(\d+)(?:(?:-|–|to)(?:L|R|CRP|WP|Misc)?\.?(\d+))?((?:/(?:Rev|Add|Corr)\.\d+)*)$`)

// cutDocuments parts a heading from the symbols in brackets behind it. Brackets
// without a symbol ("(continued)") belong to the title.
func cutDocuments(text string) (title string, documents []string) {
	if strings.IndexByte(text, '/') < 0 {
		return cutTitleMark(text), nil
	}
	var kept strings.Builder
	for text != "" {
		at := strings.IndexByte(text, '(')
		if at < 0 {
			break
		}
		content, size := bracket(text[at:])
		if size == 0 {
			break
		}
		found := symbolsIn(content)
		if len(found) == 0 {
			kept.WriteString(text[:at+size])
		} else {
			kept.WriteString(strings.TrimRight(text[:at], " "))
			documents = append(documents, found...)
		}
		text = text[at+size:]
	}
	kept.WriteString(text)
	return cutTitleMark(strings.Join(strings.Fields(kept.String()), " ")), documents
}

// cutTitleMark removes a footnote mark from the end of a title: asterisks, or a
// figure behind a bracket.
func cutTitleMark(title string) string {
	title = strings.TrimRight(title, " *")
	if n := len(title); n > 1 && title[n-2] == ')' && endsInDigit(title) {
		return title[:n-1]
	}
	return title
}

// listSeparators part the symbols of a list.
var listSeparators = regexp.MustCompile(`[;,()]|\band\b`)

// bareRE matches numbers that go on from the symbol before them.
var bareRE = regexp.MustCompile(`^(\d+)(?:(?:-|to)(\d+))?$`)

// tighten writes a symbol without spaces and with one kind of hyphen.
var tighten = strings.NewReplacer(" ", "", "–", "-", "‑", "-")

// symbolsIn returns the symbols of a list in order. Spaces inside symbols are
// mistakes of conversion; "Add.1" and bare numbers go on from the symbol before.
func symbolsIn(list string) []string {
	var out []string
	base, lead := "", ""
	bare := false // numbers alone stand for documents, not for additions
	for _, piece := range listSeparators.Split(list, -1) {
		piece = strings.TrimPrefix(strings.TrimSpace(piece), "future ")
		tight := tighten.Replace(piece)
		if s := documentRE.FindString(tight); s != "" && strings.ContainsAny(s, "0123456789") {
			s = strings.TrimRight(s, ".-")
			out = append(out, s)
			if at := additionAt(s); at >= 0 {
				base, lead = s[:at], s[at:strings.LastIndexByte(s, '.')+1]
			} else {
				base, lead = s, ""
			}
			continue
		}
		if base == "" {
			continue
		}
		if m := siblingRE.FindStringSubmatch(tight); m != nil && hasSibling(base) {
			series := base[:strings.LastIndexByte(base, '/')+1] + m[1]
			for _, s := range span(series, m[2], m[3]) {
				out = append(out, s+m[4])
				base = s
			}
			continue
		}
		if m := bareRE.FindStringSubmatch(tight); m != nil && (lead == "" || bare) && isNumber(base[strings.LastIndexByte(base, '/')+1:]) {
			for _, s := range span(base[:strings.LastIndexByte(base, '/')+1], m[1], m[2]) { // "A/64/115, 174 and 323"
				out = append(out, s)
				base, lead, bare = s, "", true
			}
			continue
		}
		if m := additionsRE.FindStringSubmatch(tight); m != nil {
			lead = "/" + m[1] + "."
			out = append(out, span(base+lead, m[2], m[3])...)
		} else if from, to, _ := strings.Cut(strings.ReplaceAll(tight, "to", "-"), "-"); lead != "" && isNumber(from) && (to == "" || isNumber(to)) {
			out = append(out, span(base+lead, from, to)...)
		}
	}
	return out
}

// hasSibling reports whether a symbol without addition is one of a series of
// drafts or papers.
func hasSibling(symbol string) bool {
	return siblingRE.MatchString(symbol[strings.LastIndexByte(symbol, '/')+1:])
}

// additionAt returns where the last addition of a symbol starts, or -1.
func additionAt(symbol string) int {
	at := strings.LastIndexByte(symbol, '/')
	if at > 0 && hasAnyPrefix(symbol[at+1:], "Add.", "Corr.", "Rev.") {
		return at
	}
	return -1
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// span lists stem with every number from the first to the last.
func span(stem, first, last string) []string {
	from, _ := strconv.Atoi(first)
	to, err := strconv.Atoi(last)
	if err != nil || to < from || to-from > 100 {
		to = from
	}
	var out []string
	for n := from; n <= to; n++ {
		out = append(out, stem+strconv.Itoa(n))
	}
	return out
}

// listDocuments gathers the symbols that contents and headings name, once each.
func (p *parser) listDocuments() {
	h := &p.rec.Header
	add := func(symbols []string) {
		for _, s := range symbols {
			if !slices.Contains(h.Documents, s) {
				h.Documents = append(h.Documents, s)
			}
		}
	}
	for _, entry := range h.Agenda {
		_, symbols := cutDocuments(entry)
		add(symbols)
	}
	for _, s := range p.rec.Sections {
		add(s.Documents)
	}
}
