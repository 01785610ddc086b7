package parse

import (
	"regexp"
	"strings"
)

// roleWords are what a body's own functions are called; other posts say whom a
// speaker belongs to.
var roleWords = []string{"rapporteur", "chair", "secretary of the committee", "secretary of the council", "secretary of the commission", "coordinator", "focal point", "moderator", "facilitator", "member of the committee",
	"task force", "president of the committee"}

// isRole reports whether a description is a function within the body: "Country
// Rapporteur", but not "Chairperson of the Subcommittee on Prevention of Torture".
func isRole(s string) bool {
	low := strings.ToLower(s)
	if !containsAny(low, roleWords...) || strings.Contains(low, "president of the republic") || isMandate(low) {
		return false
	}
	_, whose, of := strings.Cut(low, " of ")
	if !of || strings.HasPrefix(low, "country rapporteur") {
		return true
	}
	if subject, ok := strings.CutPrefix(whose, "the committee "); ok && hasAnyPrefix(subject, "on ", "against ") {
		return false // of another body, by its name
	}
	return hasAnyPrefix(whose, "the committee", "the council", "the commission", "the subcommittee", "the conference", "the meeting", "the working group", "the pre-session", "the country", "the bureau", "the report")
}

// isMandate recognises special procedures, which are no function of the body that
// hears them: "Special Rapporteur on torture". A body's own special rapporteurs
// follow up what it found, or deal with communications.
func isMandate(low string) bool {
	_, subject, of := strings.Cut(low, "special rapporteur ")
	return of && hasAnyPrefix(subject, "on ", "in ", "of ", "for ") && !containsAny(subject, "follow-up", "communications", "reprisals", "reports")
}

// describe takes the content of a bracket behind a name.
func (c *candidate) describe(content string) {
	if whom, ok := strings.CutPrefix(content, "Observer for "); ok && c.Affiliation == "" {
		c.Affiliation = withoutArticle(whom)
		if c.Capacity == "" {
			c.Capacity = "Observer"
		}
		return
	}
	switch {
	case content == "":
	case isRole(content) && c.Capacity == "":
		c.Capacity = content
	case c.Affiliation == "" && !isRole(content):
		var post string
		if post, c.Affiliation = cutPost(content); c.Capacity == "" {
			c.Capacity = post
		}
	}
}

// apposition reads what stands between a name and its verb, commas included:
// ", speaking on behalf of the Group, said", ", Country Rapporteur, asked". It
// returns what the speaker does.
func (c *candidate) apposition(rest string, strict bool) act {
	for at := 0; ; {
		comma := nextComma(rest, at)
		if comma < 0 {
			break
		}
		if a := actAt(rest[comma+1:], true); a != nothing {
			if a != procedure {
				c.qualify(rest[:comma])
			}
			return a
		}
		at = comma + 1
	}
	if a := actAt(rest, strict); a != nothing {
		return a
	}
	if a := c.looseAct(rest, strict); a != nothing {
		return a
	}
	return nothing
}

// looseAct accepts what no listed verb follows: a regular verb behind a comma, or
// a participle that says that somebody speaks.
func (c *candidate) looseAct(rest string, strict bool) act {
	if strict && !c.strict {
		return nothing
	}
	for comma := nextComma(rest, 0); comma >= 0; comma = nextComma(rest, comma+1) {
		if actAt(rest[comma+1:], c.strict) == speech {
			c.qualify(rest[:comma])
			return speech
		}
	}
	first, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
	if strings.HasSuffix(first, "ing") && first[0] >= 'a' && first[0] <= 'z' {
		end := nextComma(rest, 0)
		if end < 0 {
			end = len(rest)
		}
		c.qualify(rest[:end])
		return speech
	}
	return nothing
}

// qualify reads capacity, principal and post out of an apposition.
func (c *candidate) qualify(text string) {
	text = strings.Trim(text, " ,")
	if at := strings.Index(text, "on behalf of "); at >= 0 {
		c.OnBehalfOf = withoutArticle(cutParticiple(text[at+len("on behalf of "):]))
		text = text[:at]
	} else if whom, ok := strings.CutPrefix(text, "speaking for "); ok {
		c.OnBehalfOf = withoutArticle(cutParticiple(whom))
		return
	}
	if role := spokenRole(text); role != "" {
		c.Capacity = role
		return
	}
	text = cutParticiple(text)
	first := firstPiece(text)
	if first == "" || first[0] < 'A' || first[0] > 'Z' || hasAnyPrefix(first, "Mr", "Ms", "H.E.") {
		return
	}
	switch {
	case isRole(first):
		c.Capacity = first
	case c.Affiliation == "":
		var post string
		if post, c.Affiliation = cutPost(strings.Trim(text, " ,")); c.Capacity == "" {
			c.Capacity = post
		}
	case c.Capacity == "":
		c.Capacity = strings.Trim(text, " ,")
	}
}

// roleLeads stand before the capacity in which somebody speaks.
var roleLeads = []string{"in his capacity as ", "in her capacity as ", "in their capacity as ", "in its capacity as ", "in the capacity of ", "in his or her capacity as ", "speaking as ", "acting as "}

// spokenRole reads "speaking as Country Rapporteur", "in her capacity as a member
// of the Committee".
func spokenRole(text string) string {
	for _, lead := range roleLeads {
		if at := strings.Index(text, lead); at >= 0 {
			return withoutArticle(cutParticiple(namePieces(text[at+len(lead):])))
		}
	}
	if strings.Contains(text, "personal capacity") {
		return "personal capacity"
	}
	return ""
}

// namePieces returns text up to the comma behind which no further part of a name
// follows: "Chief of the Petitions Section, Human Rights Division".
func namePieces(text string) string {
	for at := nextComma(text, 0); at >= 0; at = nextComma(text, at+1) {
		rest := strings.TrimLeft(text[at+1:], " ")
		if rest == "" || rest[0] < 'A' || rest[0] > 'Z' || startsHonorific(rest) {
			return strings.TrimSpace(text[:at])
		}
	}
	return strings.TrimSpace(text)
}

// firstPiece returns text up to its first comma outside brackets.
func firstPiece(text string) string {
	if at := nextComma(text, 0); at >= 0 {
		text = text[:at]
	}
	return strings.TrimSpace(text)
}

// furtherRE matches a further participle that no comma parts: "the Group and
// introducing the draft resolution".
var furtherRE = regexp.MustCompile(` and (?:also )?(?:introducing|presenting|referring|speaking|replying|responding|noting|recalling|commenting|welcoming|supporting|explaining|concluding|continuing)\b`)

// cutParticiple cuts a further participle from the end of a list: ", noting that
// …", " and referring to …".
func cutParticiple(text string) string {
	if m := furtherRE.FindStringIndex(text); m != nil {
		text = text[:m[0]]
	}
	for at := nextComma(text, 0); at >= 0; at = nextComma(text, at+1) {
		next, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimLeft(text[at+1:], " "), "and "), " ")
		if strings.HasSuffix(next, "ing") && next[0] >= 'a' && next[0] <= 'z' {
			text = text[:at]
			break
		}
	}
	return strings.Trim(text, " ,")
}
