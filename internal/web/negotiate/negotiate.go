// Package negotiate chooses the form of an answer by the Accept header of a
// request (RFC 9110, section 12.5.1): which of the media types on offer the
// client likes best.
package negotiate

import (
	"mime"
	"strconv"
	"strings"
)

// A Form is a form in which an answer is to be had.
type Form struct {
	Name  string // as a parameter names it: "csv"
	Media string // media type without parameters: "text/csv"
	Type  string // Content-Type of the answer: "text/csv; charset=utf-8"
}

// Choose returns the form that the header likes best; of several, the first on
// offer. A header that is empty, or of which nothing can be read, likes all. It
// reports false where the header refuses every form.
func Choose(accept string, offers []Form) (Form, bool) {
	ranges := parse(accept)
	best, at := 0.0, -1
	for i, o := range offers {
		if q := quality(ranges, o.Media); q > best {
			best, at = q, i
		}
	}
	if at < 0 {
		return Form{}, false
	}
	return offers[at], true
}

// Named returns the form of a name.
func Named(name string, offers []Form) (Form, bool) {
	for _, o := range offers {
		if o.Name == name {
			return o, true
		}
	}
	return Form{}, false
}

// A mediaRange is an element of the header, such as "text/*;q=0.5".
type mediaRange struct {
	media   string
	quality float64
}

func parse(accept string) []mediaRange {
	var ranges []mediaRange
	for element := range elements(accept) {
		media, params, err := mime.ParseMediaType(element)
		if err != nil || !strings.Contains(media, "/") {
			continue
		}
		q, ok := weight(params["q"])
		if !ok {
			continue
		}
		ranges = append(ranges, mediaRange{media, q})
	}
	if len(ranges) == 0 {
		return []mediaRange{{"*/*", 1}}
	}
	return ranges
}

// elements parts a header at its commas, but for those in quotes.
func elements(header string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		start, quoted := 0, false
		for i := 0; i < len(header); i++ {
			switch header[i] {
			case '\\':
				if quoted {
					i++
				}
			case '"':
				quoted = !quoted
			case ',':
				if quoted {
					continue
				}
				if !yield(header[start:i]) {
					return
				}
				start = i + 1
			}
		}
		yield(header[start:])
	}
}

// weight reads a quality value, from 0 to 1.
func weight(text string) (q float64, ok bool) {
	if text == "" {
		return 1, true
	}
	q, err := strconv.ParseFloat(text, 64)
	return q, err == nil && q >= 0 && q <= 1
}

// quality is how much the ranges like a media type; the most specific range
// that fits decides, 0 is a refusal.
func quality(ranges []mediaRange, media string) float64 {
	kind, _, _ := strings.Cut(media, "/")
	best, q := 0, 0.0
	for _, r := range ranges {
		specific := 0
		switch r.media {
		case media:
			specific = 3
		case kind + "/*":
			specific = 2
		case "*/*":
			specific = 1
		}
		if specific > best {
			best, q = specific, r.quality
		}
	}
	return q
}
