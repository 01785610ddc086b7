package resolve

import (
	"slices"

	"rapporteur/internal/extract"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// A sentence is a paragraph while the sides of its relations are looked for,
// one sentence after the other. Positions are words, ends exclusive.
type sentence struct {
	m         *meeting
	para      int
	t         *words.Text
	begin     map[int][]placed // by first word
	stop      map[int][]placed // by the word behind the last
	from, end int              // of the sentence at hand
}

// A placed mention is one by the words that it covers. Several may cover the same.
type placed struct {
	first, end int
	entity     *Entity
}

func (m *meeting) sentences(r extract.Relation) *sentence {
	s := &sentence{m: m, para: r.Para, t: r.Text, begin: make(map[int][]placed), stop: make(map[int][]placed)}
	for _, x := range m.out.Paragraphs[r.Para].Mentions {
		p := placed{s.t.At(x.Span.Start), s.t.At(x.Span.End), x.Entity}
		s.begin[p.first] = append(s.begin[p.first], p)
		s.stop[p.end] = append(s.stop[p.end], p)
	}
	return s
}

// widest returns the mentions that begin at word i (or end there, with ends),
// the widest ones.
func (s *sentence) widest(i int, ends bool) []placed {
	var out []placed
	at := s.begin[i]
	if ends {
		at = s.stop[i]
	}
	for _, p := range at {
		if p.first < s.from || p.end > s.end {
			continue
		}
		switch {
		case len(out) == 0 || p.end-p.first > out[0].end-out[0].first:
			out = []placed{p}
		case p.first == out[0].first && p.end == out[0].end:
			out = append(out, p)
		}
	}
	return out
}

// of keeps the entities of the classes.
func of(found []placed, classes []schema.Class) []string {
	var ids []string
	for _, p := range found {
		class := p.entity.Class
		if class == schema.ClassBody {
			class = schema.ClassInstitution
		}
		if slices.Contains(classes, class) && !slices.Contains(ids, p.entity.ID) {
			ids = append(ids, p.entity.ID)
		}
	}
	return ids
}

// around are the names whose words go on around the verb at word i: "agreements
// had been signed with Erewhon and Laputa".
func (s *sentence) around(i int, classes []schema.Class) side {
	for j := i - 1; j >= s.from; j-- {
		found := s.widest(j, false)
		if len(found) > 0 && i < found[0].end {
			return side{ids: of(found, classes), first: j, end: found[0].end}
		}
	}
	return side{}
}

// agent reads "by" and who acts, near word i; named tells that "by" is there.
func (s *sentence) agent(i int, classes []schema.Class) (actors side, named bool) {
	i = s.afterBracket(i)
	for n := 0; n < 8 && i < s.end; n++ {
		w := s.t.Words[i]
		if w.Fold == "by" {
			if s.t.Is(i+1, "agreement") && s.t.Is(i+2, "between") {
				i += 2
			}
			actors = s.list(i+1, classes)
			return actors, !actors.none() || !s.t.Is(i+1, "referendum", "consensus", "a", "virtue", "merging", "means", "acclamation", "vote", "unanimity", "decree", "law", "statute", "order", "presidential", "ministerial", "royal", "executive", "act")
		}
		if w.Shape == words.Punct || s.t.Is(i, "and", "which", "that", "but") {
			break
		}
		i++
	}
	return side{}, false
}

// antecedentEnd is where the words end that the relative pronoun at word i
// stands for.
func (s *sentence) antecedentEnd(i int) int {
	if s.t.Is(i-1, "of", "to", "in", "by", "with", "under") {
		i--
	}
	if s.t.Is(i-1, ",") {
		i--
	}
	return i
}

// within is the first fitting name among words from i to end.
func (s *sentence) within(i, end int, classes []schema.Class) side {
	for j := i; j < end; j++ {
		if found := s.widest(j, false); len(of(found, classes)) > 0 {
			return side{ids: of(found, classes), first: j, end: found[0].end}
		}
		if s.t.Is(j, "it") {
			return s.pronoun(j, classes)
		}
		if s.ownEnd(j + 1) {
			return s.own(j+1, classes)
		}
	}
	return side{}
}

// following is the name behind the comma at word i: "As a member of …, Utopia".
func (s *sentence) following(i int, classes []schema.Class) side {
	i = s.afterBracket(i)
	if !s.t.Is(i, ",") {
		return side{}
	}
	if s.t.Is(i+1, "it", "he", "she") {
		return s.pronoun(i+1, classes)
	}
	if s.ownEnd(i + 3) {
		return s.own(i+3, classes)
	}
	found := s.nextName(i + 1)
	if len(found) == 0 {
		return side{}
	}
	return side{ids: of(found, classes), first: found[0].first, end: found[0].end}
}
