package negotiate

import "strings"

// Coding reports whether an Accept-Encoding header takes a coding, such as
// "gzip". No header takes none.
func Coding(header, coding string) bool {
	any := false
	for element := range strings.SplitSeq(header, ",") {
		name, params, _ := strings.Cut(element, ";")
		name = strings.TrimSpace(name)
		q, ok := weight(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(params), "q=")))
		switch taken := ok && q > 0; {
		case strings.EqualFold(name, coding):
			return taken
		case name == "*":
			any = taken
		}
	}
	return any
}
