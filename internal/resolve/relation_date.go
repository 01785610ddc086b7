package resolve

import (
	"fmt"
	"strconv"
	"strings"

	"rapporteur/internal/extract"
	"rapporteur/internal/words"
)

// date is when the words say that it was: within the predicate, right behind
// it or behind what is acted on, or at the head of the sentence.
func (s *sentence) date(found extract.Relation, actors, things side) string {
	for i := found.First; i < found.At; i++ {
		if d, _ := s.time(i); d != "" {
			return d
		}
	}
	for _, i := range []int{found.End, s.afterBracket(things.end)} {
		if s.t.Is(i, ",") {
			i++
		}
		for n := 0; n < dateReach && i < s.end && !s.endsPhrase(i); n, i = n+1, i+1 {
			if d, _ := s.time(i); d != "" {
				return d
			}
		}
	}
	for i := actors.first - 4; actors.end > 0 && i < actors.first; i++ {
		if d, next := s.time(i); d != "" && (next == actors.first || s.t.Is(next, "the")) {
			return d // "in 2014 it had signed"
		}
	}
	if d, next := s.time(s.from); d != "" && s.t.Is(next, ",") {
		return d
	}
	return ""
}

// dateReach is how many words may stand before the date: "by referendum in
// October 2007", "in Madrid in July 2004".
const dateReach = 12

// endsPhrase reports whether what stands at word i belongs to something else.
func (s *sentence) endsPhrase(i int) bool {
	return s.t.Words[i].Shape == words.Punct || s.t.Is(i, "and", "which", "that", "but", "to", "had", "was", "were", "when", "since", "on", "under") && !s.dated(i)
}

func (s *sentence) dated(i int) bool { return s.afterTime(i) > i }

// afterTime is behind "in 1999" or "in April 2008" at word i, else i.
func (s *sentence) afterTime(i int) int {
	if d, next := s.time(i); d != "" {
		return next
	}
	return i
}

// time reads "in 1999", "since April 2008", "on 4 May 2001" at word i.
func (s *sentence) time(i int) (iso string, next int) {
	if !s.t.Is(i, "in", "on", "since") {
		return "", i
	}
	day, month := 0, 0
	j := i + 1
	if s.t.Is(j, "early", "late", "mid") {
		j++
	}
	if n := s.number(j); n >= 1 && n <= 31 {
		day, j = n, j+1
	}
	if j < s.end {
		if month = words.Month(s.t.Words[j].Fold); month > 0 {
			j++
		}
	}
	year := s.number(j)
	switch {
	case year < 1850 || year > 2100 || day > 0 && month == 0:
		return "", i
	case day > 0:
		return fmt.Sprintf("%04d-%02d-%02d", year, month, day), j + 1
	case month > 0:
		return fmt.Sprintf("%04d-%02d", year, month), j + 1
	}
	return strconv.Itoa(year), j + 1
}

// number is the whole number at word j, 0 if there is none.
func (s *sentence) number(j int) int {
	if j >= s.end || s.t.Words[j].Shape != words.Number {
		return 0
	}
	n, err := strconv.Atoi(strings.TrimSpace(s.t.Words[j].Fold))
	if err != nil {
		return 0
	}
	return n
}
