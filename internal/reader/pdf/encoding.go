package pdf

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// readEncoding reads which characters the codes of a simple font are.
func (t *font) readEncoding(f *file, d dict) {
	switch e := f.resolve(d["Encoding"]).(type) {
	case name:
		t.base = baseEncoding(e)
	case dict:
		base, _ := f.resolve(e["BaseEncoding"]).(name)
		t.base = baseEncoding(base)
		code := 0
		for _, v := range f.list(e["Differences"]) {
			switch v := f.resolve(v).(type) {
			case float64:
				code = int(v)
			case name:
				t.texts[code] = glyphText(string(v))
				code++
			}
		}
	default:
		t.base = baseEncoding("")
	}
}

// baseEncoding returns the characters of a named encoding.
func baseEncoding(encoding name) *[256]string {
	table := charmap.Windows1252
	if encoding == "MacRomanEncoding" {
		table = charmap.Macintosh
	}
	var out [256]string
	for code := range out {
		out[code] = string(table.DecodeByte(byte(code)))
	}
	if encoding == "" || encoding == "StandardEncoding" {
		for code, text := range standardEncoding {
			out[code] = text
		}
	}
	return &out
}

// standardEncoding is how the encoding of Type 1 fonts differs from Windows-1252
// in the characters of running text.
var standardEncoding = map[int]string{
	0x27: "’", 0x60: "‘", 0xa9: "'", 0xaa: "“", 0xac: "‹", 0xad: "›", 0xae: "fi", 0xaf: "fl", 0xb1: "–", 0xb7: "•", 0xb8: "‚", 0xb9: "„", 0xba: "”",
	0xbc: "…", 0xd0: "—", 0xe1: "Æ", 0xe8: "Ł", 0xe9: "Ø", 0xea: "Œ", 0xf1: "æ", 0xf5: "ı", 0xf8: "ł", 0xf9: "ø", 0xfa: "œ", 0xfb: "ß",
}

// glyphNames are the names of characters that are not made of their letters.
var glyphNames = map[string]string{
	"space": " ", "nbspace": " ", "exclam": "!", "quotedbl": "\"", "numbersign": "#", "dollar": "$", "percent": "%", "ampersand": "&", "quotesingle": "'",
	"parenleft": "(", "parenright": ")", "asterisk": "*", "plus": "+", "comma": ",", "hyphen": "-", "sfthyphen": "\u00ad", "softhyphen": "\u00ad", "minus": "-",
	"period": ".", "slash": "/", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
	"colon": ":", "semicolon": ";", "less": "<", "equal": "=", "greater": ">", "question": "?", "at": "@", "bracketleft": "[", "backslash": "\\",
	"bracketright": "]", "asciicircum": "^", "underscore": "_", "grave": "`", "braceleft": "{", "bar": "|", "braceright": "}", "asciitilde": "~",
	"quoteleft": "‘", "quoteright": "’", "quotedblleft": "“", "quotedblright": "”", "quotesinglbase": "‚", "quotedblbase": "„", "guillemotleft": "«",
	"guillemotright": "»", "guilsinglleft": "‹", "guilsinglright": "›", "endash": "–", "emdash": "—", "bullet": "•", "ellipsis": "…", "periodcentered": "·",
	"dagger": "†", "daggerdbl": "‡", "section": "§", "paragraph": "¶", "degree": "°", "copyright": "©", "registered": "®", "trademark": "™", "Euro": "€",
	"sterling": "£", "cent": "¢", "yen": "¥", "plusminus": "±", "multiply": "×", "onesuperior": "¹", "twosuperior": "²", "threesuperior": "³",
	"onehalf": "½", "onequarter": "¼", "threequarters": "¾", "ordfeminine": "ª", "ordmasculine": "º", "exclamdown": "¡", "questiondown": "¿",
	"ff": "ff", "fi": "fi", "fl": "fl", "ffi": "ffi", "ffl": "ffl", "f_f": "ff", "f_i": "fi", "f_l": "fl", "f_f_i": "ffi", "f_f_l": "ffl",
	"germandbls": "ß", "AE": "Æ", "ae": "æ", "OE": "Œ", "oe": "œ", "Oslash": "Ø", "oslash": "ø", "Lslash": "Ł", "lslash": "ł", "dotlessi": "ı", "Eth": "Ð", "eth": "ð",
	"Thorn": "Þ", "thorn": "þ", "Dcroat": "Đ", "dcroat": "đ", "Idotaccent": "İ",
}

// accents are the ends of names such as "eacute", as combining characters.
var accents = map[string]string{
	"grave": "\u0300", "acute": "\u0301", "circumflex": "\u0302", "tilde": "\u0303", "macron": "\u0304", "breve": "\u0306", "dotaccent": "\u0307", "dieresis": "\u0308",
	"ring": "\u030a", "hungarumlaut": "\u030b", "caron": "\u030c", "cedilla": "\u0327", "commaaccent": "\u0326", "ogonek": "\u0328",
}

// glyphText returns the text that a glyph's name stands for.
func glyphText(glyph string) string {
	glyph, _, _ = strings.Cut(glyph, ".") // "a.sc"
	if text, ok := glyphNames[glyph]; ok {
		return text
	}
	if len(glyph) == 1 {
		return glyph
	}
	for _, prefix := range []string{"uni", "u"} {
		if hex, ok := strings.CutPrefix(glyph, prefix); ok && len(hex) >= 4 {
			if n, err := strconv.ParseUint(hex[:min(len(hex), 6)], 16, 32); err == nil && utf8.ValidRune(rune(n)) {
				return string(rune(n))
			}
		}
	}
	if len(glyph) > 1 {
		if accent, ok := accents[glyph[1:]]; ok {
			return norm.NFC.String(glyph[:1] + accent)
		}
	}
	return unknown
}
