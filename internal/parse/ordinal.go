package parse

import (
	"strconv"
	"strings"
)

// Number words, longest first where one ends another.
var (
	unitOrdinals = []string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
		"twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"}
	tenOrdinals = []string{"", "", "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"}
	tens        = []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
	hundreds    = []string{"", "onehundred", "twohundred", "threehundred", "fourhundred", "fivehundred", "sixhundred", "sevenhundred", "eighthundred", "ninehundred"}
)

// ordinalAt reads the ordinal that ends a key: "…thirtythird" is 33, "…106th" is
// 106. It returns 0 where there is none, and what stands before it.
func ordinalAt(k string) (int, string) {
	if n, rest := figureAt(k); n > 0 {
		return n, rest
	}
	if rest, ok := strings.CutSuffix(k, "hundredth"); ok {
		n, rest := suffixIndex(rest+"hundred", hundreds)
		return max(n, 1) * 100, rest
	}
	units, rest := suffixIndex(k, unitOrdinals)
	n := units
	switch {
	case units == 0:
		var t int
		if t, rest = suffixIndex(k, tenOrdinals); t == 0 {
			return 0, k
		}
		n = 10 * t
	case units < 10:
		var t int
		t, rest = suffixIndex(rest, tens)
		n += 10 * t
	}
	h, before := suffixIndex(strings.TrimSuffix(rest, "and"), hundreds)
	if h > 0 {
		return n + 100*h, before
	}
	return n, rest
}

// figureAt reads an ordinal in figures, with or without its ending.
func figureAt(k string) (int, string) {
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		if rest, ok := strings.CutSuffix(k, ending); ok && endsInDigit(rest) {
			k = rest
			break
		}
	}
	at := len(k)
	for at > 0 && k[at-1] >= '0' && k[at-1] <= '9' && len(k)-at < 5 {
		at--
	}
	n, err := strconv.Atoi(k[at:])
	if err != nil {
		return 0, k
	}
	return n, k[:at]
}

func endsInDigit(s string) bool {
	return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}

// suffixIndex finds the longest of words that ends s: its index, and the rest.
func suffixIndex(s string, words []string) (int, string) {
	best := 0
	for i, w := range words {
		if w != "" && strings.HasSuffix(s, w) && len(w) > len(words[best]) {
			best = i
		}
	}
	return best, strings.TrimSuffix(s, words[best])
}
