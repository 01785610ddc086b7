package parse

import (
	"regexp"
	"strings"
)

// maxVenue is how many cells date and place spread over at most.
const maxVenue = 4

// readVenue reads "Held at the Palais des Nations, Geneva, on Monday, 4 October
// 2021, at 3 p.m." from one cell or several, and returns how many.
func (p *parser) readVenue(cells []cell) int {
	text, n := cells[0].text, 1
	t := times(text)
	for n < len(cells) && n < maxVenue && len(t) == 0 && goesOn(cells[n]) {
		text += " " + cells[n].text
		t = times(text)
		n++
	}
	for _, c := range cells[:n] {
		p.claim(c.line, "venue")
	}
	place := readPlace(text)
	if place == "" && n < len(cells) && isCity(cells[n].key) { // "held on … / at 3 p.m. / New York"
		p.claim(cells[n].line, "venue")
		place = cells[n].text
		n++
	}
	h := &p.rec.Header
	if d, ok := findDay(key(text)); ok {
		h.Date = d.iso
	} else if h.Date == "" {
		h.Date = dayBefore(key(text), h.Distributed)
	}
	if len(t) > 0 {
		h.Time = t[len(t)-1]
	}
	h.Place = place
	return n
}

// readColumn reads hour or city from a line of their own, which a second column
// of the masthead leaves.
func (p *parser) readColumn(c cell) bool {
	h := &p.rec.Header
	switch {
	case h.Date == "":
		return false
	case strings.HasPrefix(c.key, "at") && len(c.key) < 12 && len(times(c.text)) == 1 && h.Time == "":
		h.Time = times(c.text)[0]
	case isCity(c.key) && len(c.key) < 30 && h.Place == "":
		h.Place = c.text
	default:
		return false
	}
	p.claim(c.line, "venue")
	return true
}

// goesOn reports whether a cell continues the venue.
func goesOn(c cell) bool {
	_, day := findDay(c.key)
	return day || isCity(c.key) || hasAnyPrefix(c.key, "on", "at") || len(times(c.text)) > 0
}

// isCity reports whether a key begins with a seat of the United Nations.
func isCity(k string) bool {
	return hasAnyPrefix(k, "geneva", "newyork", "vienna", "nairobi", "headquarters")
}

// placeEnd matches where the date begins, and the place ends before it.
var placeEnd = regexp.MustCompile(`(?i)\bon\b,?\s*(?:mon|tues|wednes|thurs|fri|satur|sun)\s?d\s?a\s?y|\bon\s+\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day`)

// placeStart matches what stands before the place.
var placeStart = regexp.MustCompile(`(?i)^held\b\s*(?:(?:at|in|via|by|as)\s+)?(?:(?:the|an?)\s+)?`)

// readPlace returns the place as printed, without article.
func readPlace(text string) string {
	if m := placeEnd.FindStringIndex(text); m != nil {
		text = text[:m[0]]
	}
	text = placeStart.ReplaceAllString(text, "")
	return strings.Trim(text, " ,")
}
