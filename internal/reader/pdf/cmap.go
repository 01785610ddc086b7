package pdf

import (
	"encoding/binary"
	"math"
	"unicode/utf16"
)

// maxMapped bounds the codes that a font maps to text.
const maxMapped = 1 << 16

// readToUnicode reads the table by which a font says what its codes mean.
func (t *font) readToUnicode(f *file, s *stream) error {
	data, err := f.bytes(s)
	if err != nil {
		return err
	}
	l := &lexer{data: data, values: &f.values}
	return l.operators(math.MaxInt, func(op keyword, operands []any) error {
		switch op {
		case "endbfchar":
			for i := 0; i+1 < len(operands); i += 2 {
				t.mapCode(codeOf(operands[i]), operands[i+1], 0)
			}
		case "endbfrange":
			for i := 0; i+2 < len(operands); i += 3 {
				t.mapRange(codeOf(operands[i]), codeOf(operands[i+1]), operands[i+2])
			}
		}
		return nil
	})
}

// mapRange maps codes that follow one another, to texts that do, or to a list.
func (t *font) mapRange(from, to int, target any) {
	if from < 0 || to < from || to > maxMapped {
		return
	}
	list, isList := target.(array)
	for code := from; code <= to && t.mapped <= 2*maxMapped; code++ {
		switch {
		case !isList:
			t.mapCode(code, target, code-from)
		case code-from < len(list):
			t.mapCode(code, list[code-from], 0)
		}
	}
}

// mapCode maps a code to text in UTF-16, whose last character counts on by add.
func (t *font) mapCode(code int, target any, add int) {
	raw, ok := target.(text)
	if t.mapped++; !ok || code < 0 || t.mapped > 2*maxMapped {
		return
	}
	var units []uint16
	for ; len(raw) >= 2; raw = raw[2:] {
		units = append(units, binary.BigEndian.Uint16([]byte(raw[:2])))
	}
	if len(raw) == 1 && len(units) == 0 {
		units = append(units, uint16(raw[0]))
	}
	if len(units) == 0 {
		return
	}
	units[len(units)-1] += uint16(add)
	if decoded := string(utf16.Decode(units)); decoded != "\x00" {
		t.texts[code] = decoded
	}
}

// codeOf reads a code, -1 for what is none.
func codeOf(v any) int {
	raw, ok := v.(text)
	if !ok || len(raw) == 0 || len(raw) > 4 {
		return -1
	}
	code := 0
	for i := 0; i < len(raw); i++ {
		code = code<<8 | int(raw[i])
	}
	return code
}
