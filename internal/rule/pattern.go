package rule

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/words"
)

// FindPatterns returns what the pattern rules find in t. body is the code of the
// body whose record it is, which templates may use.
func (s *Set) FindPatterns(t *words.Text, body string) []Match {
	return s.AppendPatterns(nil, t, body)
}

// AppendPatterns appends to out what FindPatterns returns.
func (s *Set) AppendPatterns(out []Match, t *words.Text, body string) []Match {
	tried := make([]*Pattern, 0, 8)
	for _, sent := range t.Sentences {
		tried = tried[:0]
		for i := sent.First; i < sent.End; i++ {
			if s.near.Lacks(t.Words[i].Form) {
				continue
			}
			for _, p := range s.near.Fold(t.Words[i].Form) {
				if !slices.Contains(tried, p) {
					tried = append(tried, p)
					out = p.find(out, t, sent, body)
				}
			}
		}
	}
	return out
}

// nameGroup is the capture that is the mention where a pattern looks at more
// than the mention.
const nameGroup = "name"

func (p *Pattern) find(out []Match, t *words.Text, sent words.Sentence, body string) []Match {
	if p.begins == nil {
		for _, m := range p.re.FindAllStringSubmatchIndex(t.Quote(sent.First, sent.End), -1) {
			out = p.matched(out, t, t.Words[sent.First].Start, m, body)
		}
		return out
	}
	for i := sent.First; i < sent.End; i++ {
		start := t.Words[i].Start
		if !p.begins[t.Raw[start]] {
			continue
		}
		m := p.re.FindStringSubmatchIndex(t.Raw[start:t.Words[sent.End-1].End])
		if m == nil {
			continue
		}
		out = p.matched(out, t, start, m, body)
		i = max(i, t.At(start+m[1])-1)
	}
	return out
}

// matched appends the members of the match m, whose offsets count from byte start.
func (p *Pattern) matched(out []Match, t *words.Text, start int, m []int, body string) []Match {
	text := t.Raw[start:]
	captures := map[string]string{"body": body}
	from, to := m[0], m[1]
	for i, name := range p.re.SubexpNames() {
		if name != "" && m[2*i] >= 0 {
			captures[name] = text[m[2*i]:m[2*i+1]]
			if name == nameGroup {
				from, to = m[2*i], m[2*i+1]
			}
		}
	}
	first, end := t.At(start+from), t.At(start+to)
	for _, member := range p.members(captures[p.Each]) {
		if p.Each != "" {
			captures[p.Each] = arabic(member)
		}
		name := fill(p.Label, captures)
		if name == "" {
			name = text[from:to]
		}
		out = append(out, Match{Rule: p.ID, Class: p.Class, Kind: p.Kind, First: first, End: end, HeadAt: first, HeadEnd: first, Name: name, ID: strings.ReplaceAll(fill(p.Gives, captures), " ", "")})
	}
	return out
}

var listBreak = regexp.MustCompile(`\s*(?:,|;|\band\b|\bor\b)\s*(?:[Nn]os?\.\s*)?`)

// members parts a list such as "3, 4 and 5"; a pattern without each has one member.
func (p *Pattern) members(list string) []string {
	if p.Each == "" {
		return []string{""}
	}
	var out []string
	for _, m := range listBreak.Split(list, -1) {
		if m = strings.TrimSpace(m); m != "" {
			out = append(out, m)
		}
	}
	return out
}

var romanDigits = map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}

// arabic turns a Roman number into figures: general recommendations were
// counted so until 1999.
func arabic(number string) string {
	n := 0
	for i := 0; i < len(number); i++ {
		d, ok := romanDigits[number[i]]
		if !ok {
			return number
		}
		if i+1 < len(number) && romanDigits[number[i+1]] > d {
			d = -d
		}
		n += d
	}
	return strconv.Itoa(n)
}

func fill(template string, captures map[string]string) string {
	return macroRef.ReplaceAllStringFunc(template, func(ref string) string {
		return captures[ref[1:len(ref)-1]]
	})
}
