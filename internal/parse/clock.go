package parse

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// timeRE matches "3 p.m.", "10.15 a.m.", "12 . 20 p.m." and "noon"; it runs over
// header lines only.
var timeRE = regexp.MustCompile(`(?i)\b(noon|midnight)\b|(\d{1,2})(?:\s*[.:]\s*(\d{2}))?\s*([ap])\s*\.?\s*m\b`)

// time24RE matches "at 15:00", where no time of the other form stands.
var time24RE = regexp.MustCompile(`()\bat (\d{1,2})[.:](\d{2})\b()`)

// fromToRE matches "from 11.30 to 11.50 a.m.", whose first hour takes its half of
// the day from the second.
var fromToRE = regexp.MustCompile(`(?i)\bfrom (\d{1,2}(?:[.:]\d{2})?) to (\d{1,2}(?:[.:]\d{2})?) ?([ap]\.?m\b)`)

// times returns the times of day that s names, as "15:00", in order.
func times(s string) []string {
	s = fromToRE.ReplaceAllString(s, "from $1 $3 to $2 $3")
	found := timeRE.FindAllStringSubmatch(s, -1)
	if found == nil {
		found = time24RE.FindAllStringSubmatch(s, -1)
	}
	var out []string
	for _, m := range found {
		if t, ok := clock(m[1], m[2], m[3], m[4]); ok {
			out = append(out, t)
		}
	}
	return out
}

// clock turns a word, or figures and the half of the day, into 24-hour time.
func clock(word, hour, minute, half string) (string, bool) {
	switch strings.ToLower(word) {
	case "noon":
		return "12:00", true
	case "midnight":
		return "00:00", true
	}
	h, _ := strconv.Atoi(hour)
	m, _ := strconv.Atoi(minute)
	switch strings.ToLower(half) {
	case "a":
		h %= 12
	case "p":
		h = h%12 + 12
	}
	if h > 23 || m > 59 {
		return "", false
	}
	return fmt.Sprintf("%02d:%02d", h, m), true
}

// months in the order of the year, as they stand in keys.
var months = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// A day is a date found in a key, and where it stands there.
type day struct {
	iso        string // "2021-10-04", "" where the day of the month is missing
	start, end int
}

// findDay finds the first month with a year in a key ("4october2021").
func findDay(k string) (day, bool) {
	best := day{start: -1}
	for i, m := range months {
		at := strings.Index(k, m)
		for ; at >= 0; at = next(k, m, at) {
			d, ok := dayAt(k, at, i+1, len(m))
			if ok && (best.start < 0 || d.start < best.start) {
				best = d
			}
			if ok {
				break
			}
		}
	}
	return best, best.start >= 0
}

// next finds a further m in k behind at, or -1.
func next(k, m string, at int) int {
	i := strings.Index(k[at+1:], m)
	if i < 0 {
		return -1
	}
	return at + 1 + i
}

// weekdayRE matches a weekday with day and month in a key.
var weekdayRE = regexp.MustCompile(`(mon|tues|wednes|thurs|fri|satur|sun)day(\d{1,2})(` + strings.Join(months, "|") + `)`)

// dayBefore completes a day without year: it is the last one of that weekday,
// day and month before a record was distributed; "" where the two do not agree.
func dayBefore(k, distributed string) string {
	m := weekdayRE.FindStringSubmatch(k)
	last, err := time.Parse(time.DateOnly, distributed)
	if m == nil || err != nil {
		return ""
	}
	day, _ := strconv.Atoi(m[2])
	month := time.Month(slices.Index(months, m[3]) + 1)
	for year := last.Year(); year > last.Year()-4; year-- {
		d := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
		if !d.After(last) && d.Day() == day && strings.HasPrefix(strings.ToLower(d.Weekday().String()), m[1]) {
			return d.Format(time.DateOnly)
		}
	}
	return ""
}

// dayAt reads the figures around the month at k[at:].
func dayAt(k string, at, month, size int) (day, bool) {
	end := at + size + 4
	if end > len(k) {
		return day{}, false
	}
	year, err := strconv.Atoi(k[at+size : end])
	if err != nil || year < 1900 || year > 2200 {
		return day{}, false
	}
	for _, width := range []int{2, 1} {
		if at < width {
			continue
		}
		d, err := strconv.Atoi(k[at-width : at])
		if err == nil && d >= 1 && d <= 31 && k[at-width] >= '1' {
			return day{fmt.Sprintf("%04d-%02d-%02d", year, month, d), at - width, end}, true
		}
	}
	return day{"", at, end}, true
}
