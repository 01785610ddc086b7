package resolve

import (
	"slices"
	"strings"

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

// fillers may stand between a verb and the name of what is acted on.
var fillers = wordSet("the a an its their his her this these those both all also new first second several some various numerous other such bilateral said revised and amended own each two three four five project programme called entitled named")

// listLimit is how many names one list may have.
const listLimit = 50

// list reads the names from word i on that commas and "and" join, as far as
// they are of the classes.
func (s *sentence) list(i int, classes []schema.Class) side {
	var out side
	if s.t.Is(i, "it", "them") || s.t.Is(i, "the") && s.t.Is(i+1, "latter", "former") {
		return s.mentionedLast(i, classes)
	}
	for joined := false; len(out.ids) < listLimit; joined = true {
		found := s.nextName(i)
		ids := of(found, classes)
		if len(ids) == 0 || joined && s.beginsClause(found[0].end) {
			return out
		}
		if out.none() {
			out.first = found[0].first
		}
		out.ids, out.end = append(out.ids, ids...), found[0].end
		next := s.joined(s.afterBracket(out.end))
		if next == 0 {
			return out
		}
		i = next
	}
	return out
}

// shared is what two verbs have in common: "had signed and ratified the Treaty",
// "to sign and ratify the Treaty".
func (s *sentence) shared(found extract.Relation) side {
	i := found.After
	if !s.t.Is(i, "and", "or", ",") {
		return side{}
	}
	participle := strings.HasSuffix(s.t.Words[found.At].Fold, "ed")
	for j := i + 1; j < i+5 && j < s.end && s.t.Words[j].Shape == words.Lower; j++ {
		if participle && strings.HasSuffix(s.t.Words[j].Fold, "ed") || !participle && j == i+1 && !prepositions[s.t.Words[j].Fold] {
			if out := s.list(j+1, found.Rule.Objects); !out.none() {
				return out
			}
		}
	}
	return side{}
}

// nextName are the names at word i, past fillers and a time.
func (s *sentence) nextName(i int) []placed {
	for n := 0; n < 6 && i < s.end; n++ {
		if found := s.widest(i, false); len(found) > 0 {
			return found
		}
		if next := s.afterTime(i); next > i {
			if i = next; s.t.Is(i, ",") {
				i++
			}
			continue
		}
		if !fillers[s.t.Words[i].Fold] {
			return nil
		}
		i++
	}
	return nil
}

// beginsClause: what a verb follows is no member of the list before it.
func (s *sentence) beginsClause(i int) bool {
	return s.t.Is(i, "had", "was", "were", "would", "has", "is", "did", "should", "could", "said")
}

// afterBracket is behind "(No. 189)" at word i.
func (s *sentence) afterBracket(i int) int {
	if !s.t.Is(i, "(") {
		return i
	}
	for j := i; j < s.end && j < i+14; j++ {
		if s.t.Is(j, ")") {
			return j + 1
		}
	}
	return i
}

// joined is where the next member of a list begins if word i joins it, else 0.
func (s *sentence) joined(i int) int {
	j := i
	for s.t.Is(j, ",", "and", "or", "nor", "as", "well", "both") && j < s.end {
		j++
	}
	if j == i {
		return 0
	}
	for s.t.Is(j, "to", "with", "of", "by", "on") {
		j++
	}
	return j
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
			return actors, !actors.none() || !s.t.Is(i+1, "referendum", "consensus", "a", "virtue", "merging", "means", "acclamation", "vote", "unanimity")
		}
		if w.Shape == words.Punct || s.t.Is(i, "and", "which", "that", "but") {
			break
		}
		i++
	}
	return side{}, false
}

// before reads the noun phrase that ends before word end. In a loose one, such
// as that before "which", the nearest name that fits is taken; in a strict one
// the name must be what the sentence speaks of, and not stand in an addition.
func (s *sentence) before(end int, classes []schema.Class, loose bool) side {
	if len(s.widest(end, true)) == 0 {
		end = s.withoutAside(end, loose)
	}
	if end <= s.from {
		return side{}
	}
	switch {
	case s.t.Is(end-1, "which", "that", "who"):
		return s.before(s.antecedentEnd(end-1), classes, true)
	case s.t.Is(end-1, "it", "he", "she"):
		return s.pronoun(end-1, classes)
	case s.ownEnd(end):
		return s.own(end, classes)
	}
	found := s.widest(end, true)
	if len(found) == 0 {
		found = s.describedBefore(end)
	}
	if len(found) == 0 {
		return side{}
	}
	out := side{ids: of(found, classes), first: s.article(found[0].first), end: end}
	prior := out.first - 1
	if s.t.Is(prior, "to", "of") && partOf[s.t.Words[prior-1].Fold] {
		return side{}
	}
	if loose && !out.none() {
		return out
	}
	switch {
	case prior < s.from:
		return out
	case s.t.Is(prior-1, "to") && s.t.Words[prior].Shape == words.Lower, strings.HasSuffix(s.t.Words[prior].Fold, "ing"):
		return side{} // "a bill to amend the Act"
	case prepositions[s.t.Words[prior].Fold]:
		if wider := s.before(prior, classes, loose); !wider.none() {
			wider.end = end
			return wider
		}
		return side{}
	case s.t.Is(prior, "and", "or", ","):
		return s.joinedBefore(out, prior, classes)
	}
	return out
}

// describedBefore are the agreements whose description goes on for a few plain
// words up to word end: "on the readmission of persons residing without authorization".
func (s *sentence) describedBefore(end int) []placed {
	for i := end - 1; i > s.from && i > end-5 && s.t.Words[i].Shape == words.Lower; i-- {
		if found := s.widest(i, true); len(found) > 0 {
			if len(found[0].entity.Parties) == 0 {
				return nil
			}
			return found
		}
	}
	return nil
}

// prepositions put what follows them outside the subject of a sentence.
var prepositions = wordSet("of in to with by for from on under at between against than")

// partOf: what is said of an amendment to the Constitution is not said of it.
var partOf = wordSet("amendment amendments reform reforms revision revisions bill bills draft drafts changes regulations annex supplement additions implementation members representatives nationals citizens")

// joinedBefore adds the names before "and" that belong to the same subject.
func (s *sentence) joinedBefore(out side, prior int, classes []schema.Class) side {
	for s.t.Is(prior-1, ",") {
		prior--
	}
	if found := s.widest(prior, true); len(found) > 0 && len(of(found, classes)) > 0 {
		if first := s.article(found[0].first); first == s.from || s.t.Is(first-1, "that", ",", ";", ":", "whether", "and") {
			out.ids, out.first = append(of(found, classes), out.ids...), first
		}
	}
	return out
}

// article is where the name at word i begins with its article and adjectives.
func (s *sentence) article(i int) int {
	for i > s.from && (fillers[s.t.Words[i-1].Fold] && !s.t.Is(i-1, "and") || s.t.Is(i-1, "draft", "former", "no")) {
		i--
	}
	return i
}

// withoutAside goes back over a bracket and over what stands between commas
// before word end.
func (s *sentence) withoutAside(end int, loose bool) int {
	if s.t.Is(end-1, ")") {
		for j := end - 1; j > s.from && j > end-16; j-- {
			if s.t.Is(j, "(") {
				return j
			}
		}
	}
	if !s.t.Is(end-1, ",") {
		return end
	}
	if loose || len(s.widest(end-1, true)) > 0 && !s.aside(end-1) {
		return s.withoutAside(end-1, loose)
	}
	for j := end - 2; j > s.from; j-- {
		if s.t.Is(j, ",") && s.t.Is(j+1, "which", "who", "whose", "as", "in", "like", "together", "including", "with", "under", "at", "on", "since", "for", "after", "by", "through", "where", "some", "all", "one", "both", "many", "most") {
			return j
		}
	}
	return end
}

// asideReach is how many words an aside between commas may have.
const asideReach = 45

// aside reports whether the comma at word i ends an aside that a comma opened.
func (s *sentence) aside(i int) bool {
	near := true // the comma next before i; one farther back may stand in a list
	for j := i - 1; j > s.from && j > i-asideReach; j-- {
		if !s.t.Is(j, ",") {
			continue
		}
		if s.t.Is(j+1, "which", "who", "whose") || near && s.t.Is(j+1, "together", "in", "as", "where", "with") {
			return true
		}
		near = false
	}
	return false
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

func wordSet(list string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
