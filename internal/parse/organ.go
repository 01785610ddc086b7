package parse

import (
	"regexp"
	"strconv"
	"strings"

	"rapporteur/internal/record"
)

// organs maps the beginning of a symbol to the code of the body that keeps the
// record, the longest beginning first.
var organs = []struct{ prefix, body string }{
	{"CAT/OP/", "SPT"},
	{"SPT/", "SPT"},
	{"CMW/", "CMW"},
	{"CERD/", "CERD"},
	{"CEDAW/", "CEDAW"},
	{"CCPR/", "CCPR"},
	{"CAT/", "CAT"},
	{"CRC/", "CRC"},
	{"CRPD/", "CRPD"},
	{"CED/", "CED"},
	{"E/C.12/", "CESCR"},
	{"CESCR/", "CESCR"},
	{"E/CN.4/", "CHR"},
	{"A/C.1/", "A/C.1"},
	{"A/C.2/", "A/C.2"},
	{"A/C.3/", "A/C.3"},
	{"A/C.4/", "A/C.4"},
	{"A/C.5/", "A/C.5"},
	{"A/C.6/", "A/C.6"},
	{"A/HRC/", "HRC"},
	{"A/CN.4/", "ILC"},
	{"A/", "GA"},
	{"E/", "ECOSOC"},
	{"S/", "SC"},
	{"T/", "TC"},
	{"PBC/", "PBC"},
	{"TD/", "TD"},
}

// committees maps names, as keys, to codes, for records whose symbol is lost.
var committees = []struct{ name, body string }{
	{"committeeontheprotectionoftherightsofallmigrantworkers", "CMW"},
	{"committeeontheeliminationofracialdiscrimination", "CERD"},
	{"humanrightscommittee", "CCPR"},
	{"committeeoneconomicsocialandculturalrights", "CESCR"},
	{"committeeontheeliminationofdiscriminationagainstwomen", "CEDAW"},
	{"subcommitteeonprevention", "SPT"},
	{"committeeagainsttorture", "CAT"},
	{"committeeontherightsofthechild", "CRC"},
	{"committeeontherightsofpersonswithdisabilities", "CRPD"},
	{"committeeonenforceddisappearances", "CED"},
	{"humanrightscouncil", "HRC"},
	{"thirdcommittee", "A/C.3"},
	{"sixthcommittee", "A/C.6"},
	{"fourthcommittee", "A/C.4"},
	{"fifthcommittee", "A/C.5"},
	{"secondcommittee", "A/C.2"},
	{"firstcommittee", "A/C.1"},
}

// treaties and organs that mastheads print over several lines, as keys.
var printedOver = []string{
	"internationalcovenantoncivilandpoliticalrights",
	"internationalcovenantoneconomicsocialandculturalrights",
	"internationalconventionontheeliminationofallformsofracialdiscrimination",
	"conventionontheeliminationofallformsofdiscriminationagainstwomen",
	"conventionagainsttortureandothercruelinhumanordegradingtreatmentorpunishment",
	"conventionontherightsofthechild",
	"conventionontherightsofpersonswithdisabilities",
	"internationalconventionontheprotectionoftherightsofallmigrantworkersandmembersoftheirfamilies",
	"internationalconventionfortheprotectionofallpersonsfromenforceddisappearance",
	"economicandsocialcouncil",
	"specialpoliticalanddecolonizationcommitteefourthcommittee",
	"subcommissiononthepromotionandprotectionofhumanrights",
}

// isFragment reports whether a key is a piece of such a name: "on civil and".
func isFragment(k string) bool {
	if len(k) < 4 {
		return false
	}
	for _, name := range printedOver {
		if strings.Contains(name, k) {
			return true
		}
	}
	return false
}

// bodyOf returns the code of the body that a symbol belongs to, "" if unknown.
func bodyOf(symbol string) string {
	for _, o := range organs {
		if !strings.HasPrefix(symbol, o.prefix) {
			continue
		}
		if minor := minorRE.FindString(symbol); minor != "" && len(minor) > len(o.prefix) {
			return minor
		}
		return o.body
	}
	return ""
}

// minorRE matches the beginning of the symbols of an organ below a main one,
// whose code is that beginning: commissions, ad hoc committees, conferences.
var minorRE = regexp.MustCompile(`^(?:A|E|S|T|TD)/(?:(?:AC|C|CN|CONF|PC)\.\d+|BUR)(?:/(?:AC|C|PC|Sub|WG)\.\d+)?`)

// committeeIn returns the code of the body that a masthead's key names.
func committeeIn(k string) string {
	for _, c := range committees {
		if strings.Contains(k, c.name) {
			return c.body
		}
	}
	return ""
}

// identify fills what the symbol says where the text does not: body, meeting
// number and, in symbols of a session, the session.
func (p *parser) identify(name string, opts Options) {
	h := &p.rec.Header
	wants := func(symbol string) bool {
		return symbol != "" && (h.Symbol == "" || p.evidence[seenCorrigendum] && !isCorrection(h.Symbol) && isCorrection(symbol))
	}
	if s := symbolOf(name); wants(s) {
		h.Symbol, h.SymbolFrom = s, record.FromFilename
	}
	if wants(opts.Symbol) {
		h.Symbol, h.SymbolFrom = opts.Symbol, record.FromMetadata
	}
	if h.Date == "" {
		h.Date = opts.Date
	}
	if body := bodyOf(h.Symbol); body != "" {
		h.Body = body
	}
	m := countedRE.FindStringSubmatch(h.Symbol)
	if m == nil {
		return
	}
	if n, err := strconv.Atoi(m[2]); err == nil && h.Meeting == 0 {
		h.Meeting = n
	}
	if n, err := strconv.Atoi(m[1]); err == nil && h.Session == 0 && n < 1900 {
		h.Session = n // a greater number is a year
	}
}

// countedRE finds session (or year) and meeting in a symbol.
var countedRE = regexp.MustCompile(`(?:/(?:E?S-)?(\d+))?/SR\.(\d+)`)
