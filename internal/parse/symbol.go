package parse

import (
	"net/url"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"rapporteur/internal/record"
)

// symbolRE matches the symbol of a summary record: organ, number, chamber and
// what was added to it.
var symbolRE = regexp.MustCompile(`([A-Z]+(?:/(?:[A-Z0-9.-]|Sub\.)+)*/SR)\s?\.\s?(\d+)( ?\([A-Z]\))?((?:/(?:Add|Rev|Corr)\.\s?\d+)*)`)

// readSymbol looks for the record's own symbol: on a line of its own, in the
// masthead or as the running head of a page. Footnotes name other records.
func (p *parser) readSymbol() {
	for i, l := range p.lines {
		if len(l.Text) > maxFixed || !strings.Contains(l.Text, "SR") || strings.HasPrefix(l.Text, "*") {
			continue
		}
		s, rest, ok := cutSymbol(l.Text)
		if !ok || !aloneWith(rest) {
			continue
		}
		if p.rec.Header.Symbol == "" {
			p.rec.Header.Symbol = p.unglue(s, rest)
			p.rec.Header.SymbolFrom = record.FromMasthead
			p.dateBeside(l.Text)
			p.evidence[seenSymbol] = true
		}
		p.claim(i, "symbol")
	}
}

// cutSymbol finds a symbol in a line and returns what stands around it. In a
// letter-spaced line only the symbol of a known organ counts.
func cutSymbol(text string) (symbol, rest string, ok bool) {
	tight := strings.ReplaceAll(text, " ", "")
	for _, t := range []string{text, tight} {
		if m := symbolRE.FindStringIndex(t); m != nil {
			symbol, rest = strings.ReplaceAll(t[m[0]:m[1]], " ", ""), t[:m[0]]+" "+t[m[1]:]
			if bodyOf(symbol) != "" {
				return symbol, rest, true
			}
		}
	}
	return "", "", false
}

// besideSymbol matches the key of what may share a line with the symbol.
var besideSymbol = regexp.MustCompile(`^(unitednations)?(distr)?(general)?(english)?(page\d+|\d{1,3})?(summaryrecord)?(\d{0,2}[a-z]{3,9}\d{4})?(general)?(original)?(english|french|spanish)?$`)

// aloneWith reports whether a symbol with this around it stands for the record.
func aloneWith(rest string) bool { return besideSymbol.MatchString(key(rest)) }

// dateBeside takes the day of distribution from the symbol's line.
func (p *parser) dateBeside(text string) {
	if d, ok := findDay(key(text)); ok && p.rec.Header.Distributed == "" {
		p.rec.Header.Distributed = d.iso
	}
}

// unglue parts a symbol from a date that was glued to it: "SR.4810 December" is
// number 48 and the 10th if the title counts 48 meetings, and by the longest day
// that is possible otherwise.
func (p *parser) unglue(symbol, rest string) string {
	k := key(rest)
	glued := false
	for _, m := range months {
		if strings.HasPrefix(k, m) {
			glued = true
		}
	}
	dot := strings.LastIndexByte(symbol, '.')
	if !glued || dot < 0 {
		return symbol
	}
	digits := symbol[dot+1:]
	best := symbol
	for _, width := range []int{1, 2} { // the longest possible day wins
		cut := len(digits) - width
		if cut < 1 {
			continue
		}
		if d, err := strconv.Atoi(digits[cut:]); err != nil || d < 1 || d > 31 || digits[cut] == '0' {
			continue
		}
		best = symbol[:dot+1] + digits[:cut]
		if digits[:cut] == strconv.Itoa(p.titleNumber()) {
			break
		}
	}
	if date, ok := findDay(digits[len(best)-dot-1:] + k); ok && best != symbol {
		p.rec.Header.Distributed = date.iso
	}
	return best
}

// fileSymbolRE matches the part of a file name behind the organ.
var fileSymbolRE = regexp.MustCompile(`(?i)^(.*?)[_\-/ ]SR[._\- ]?(\d+)(\([A-Z]\))?((?:[_\-/ ](?:Add|Rev|Corr)[._\- ]?\d+)*)`)

// specialRE matches a special session, whose hyphen is its own: "S-5", "ES-10".
var specialRE = regexp.MustCompile(`([^A-Z]E?S)-(\d)`)

// additionRE matches one addition in a file name.
var additionRE = regexp.MustCompile(`(?i)(Add|Rev|Corr)[._\- ]?(\d+)`)

// symbolOf reads the symbol out of a file name in the forms that UN sites give:
// CMW_C_SR.464-EN.pdf, CMW_C_SR-464, "CMW C SR.464", CMW%2FC%2FSR.464. It returns "" for others.
func symbolOf(name string) string {
	base := filepath.Base(name)
	if plain, err := url.PathUnescape(base); err == nil { // "CMW%2FC%2FSR.464"
		base = plain
	}
	m := fileSymbolRE.FindStringSubmatch(base[strings.LastIndexByte(base, '=')+1:]) // "symbolno=…"
	if m == nil {
		return ""
	}
	stem := specialRE.ReplaceAllString(strings.ToUpper(m[1]), "$1~$2")
	parts := strings.FieldsFunc(stem, func(r rune) bool { return strings.ContainsRune("_-/ ", r) })
	organ := strings.ReplaceAll(strings.Join(parts, "/"), "/SUB.", "/Sub.")
	if len(parts) > 2 && parts[1] == "C" && (parts[0] == "E" || parts[0] == "A") { // E_C-12_…
		organ = parts[0] + "/C." + strings.Join(parts[2:], "/")
	}
	symbol := strings.ReplaceAll(organ, "~", "-") + "/SR." + m[2] + strings.ToUpper(m[3])
	if bodyOf(symbol) == "" {
		return ""
	}
	for _, a := range additionRE.FindAllStringSubmatch(m[4], -1) {
		symbol += "/" + strings.ToUpper(a[1][:1]) + strings.ToLower(a[1][1:]) + "." + a[2]
	}
	return symbol
}
