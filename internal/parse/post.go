package parse

import (
	"regexp"
	"strings"
)

// postRE matches a post that opens a bracket, and whose it is: "Chief, Human Rights
// Treaties Division, Office of …", "Director of the Division".
var postRE = regexp.MustCompile(`^((?:(?:Acting|Deputy|Assistant|Associate|Executive|Senior|Vice)[ -])*(?:Chief|Director(?:-General)?|Head|Coordinator|Counsel|Controller|President|Chair(?:man|person|woman)?))(, | of (?:the )?)(.+)$`)

// lesserRE matches the holders of an office who do not hold it in full: "Acting
// High Commissioner", "United Nations Deputy High Commissioner".
var lesserRE = regexp.MustCompile(`^(United Nations )?(?:Acting|Deputy|Assistant) ((?:United Nations )?High Commissioner .+)$`)

// secretariatRE matches officials who stand for no institution but the Secretariat.
var secretariatRE = regexp.MustCompile(`^(?:(?:Under|Assistant|Deputy|Acting)[ -])*Secretary-General(?: for .+)?$`)

// cutPost parts what a bracket says of a speaker who represents an institution: the
// post, "" for none, and the institution. A post that stands for nobody's
// institution stays what it is.
func cutPost(content string) (post, whose string) {
	if secretariatRE.MatchString(content) {
		return content, ""
	}
	if whom, ok := strings.CutPrefix(content, "Representative of "); ok {
		return "Representative", withoutArticle(whom)
	}
	if m := lesserRE.FindStringSubmatch(content); m != nil {
		return content, m[1] + m[2]
	}
	if at := lastOffice(content); at > 0 && strings.Contains(content[at:], "High Commissioner") && !postRE.MatchString(content) {
		return "", content[at:] // "Treaties Division, Office of the High Commissioner"
	}
	m := postRE.FindStringSubmatch(content)
	if m == nil || strings.HasPrefix(m[3], "delegation") || strings.HasPrefix(m[3], "Republic") {
		return "", content
	}
	if m[2] != ", " {
		return content, m[3]
	}
	post, whose = m[1], m[3]
	if at := lastOffice(whose); at > 0 {
		post, whose = content[:len(content)-len(whose)+at-len(", ")], whose[at:]
	}
	return post, withoutArticle(whose)
}

// lastOffice returns where the office begins to which a list of units leads up:
// "Treaties Division, Office of the High Commissioner". 0 means that none does.
func lastOffice(units string) int {
	at := 0
	for comma := nextComma(units, 0); comma >= 0; comma = nextComma(units, comma+1) {
		rest := strings.TrimLeft(units[comma+1:], " ")
		if hasAnyPrefix(rest, "Office of ", "United Nations ", "Department of ") || allUpper(rest) {
			at = len(units) - len(rest)
		}
	}
	return at
}
