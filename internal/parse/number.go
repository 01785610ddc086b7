package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxNumber bounds the numbers of paragraphs.
const maxNumber = 999

// cutNumber reads the number that a paragraph starts with, in all its forms: "1.
// Mr.", "1.Mr.", "- 3. The", "12 . It". It returns 0 and the text without bullet
// where there is none. What follows must read like a paragraph, so that neither
// "10.30 a.m." nor "1. january" count.
func cutNumber(text string) (int, string) {
	rest := cutBullet(text)
	digits, number := 0, 0
	for digits < len(rest) && rest[digits] >= '0' && rest[digits] <= '9' && digits < 4 {
		number = number*10 + int(rest[digits]-'0')
		digits++
	}
	if digits == 0 || number == 0 || number > maxNumber || rest[0] == '0' {
		return 0, rest
	}
	tail := strings.TrimLeft(rest[digits:], " ")
	if tail == "" || tail[0] != '.' && !(tail[0] == ',' && strings.HasPrefix(tail, ", ")) {
		return 0, rest
	}
	body := strings.TrimLeft(tail[1:], " ")
	r, _ := utf8.DecodeRuneInString(body)
	if !unicode.IsUpper(r) && !hasAnyPrefix(body, "“", "\"", "(", "[", "‘", "the") || body == "" {
		return 0, rest
	}
	return number, body
}

// cutBullet removes a list mark.
func cutBullet(text string) string {
	for _, mark := range []string{"- ", "• ", "* ", "· "} {
		if rest, ok := strings.CutPrefix(text, mark); ok {
			return rest
		}
	}
	return text
}
