package correction_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"rapporteur/internal/lexicon"
	"rapporteur/internal/record"
	"rapporteur/internal/resolve"
	"rapporteur/internal/rule"
	"rapporteur/schema"
)

// A base is the record of testdata/base.txtar.
type base struct {
	lexicon *lexicon.Lexicon
	res     *resolve.Resolution
}

// loadBase reads the file and the lexicon in it, which do not change.
var loadBase = sync.OnceValues(func() (files map[string]string, err error) {
	archive, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		return nil, err
	}
	files = make(map[string]string)
	for _, f := range archive.Files {
		files[f.Name] = strings.TrimSpace(string(f.Data))
	}
	return files, nil
})

var loadLexicon = sync.OnceValues(func() (*lexicon.Lexicon, error) {
	files, err := loadBase()
	if err != nil {
		return nil, err
	}
	return lexicon.Load(fstest.MapFS{"base.tsv": {Data: []byte(files["lexicon.tsv"] + "\n")}})
})

// newBase makes the record anew, as correcting changes it.
func newBase(t testing.TB) base {
	t.Helper()
	files, err := loadBase()
	if err != nil {
		t.Fatal(err)
	}
	lex, err := loadLexicon()
	if err != nil {
		t.Fatal(err)
	}
	r := builder{t: t, schema: mustSchema(t), lexicon: lex, entities: make(map[string]*resolve.Entity)}
	r.res = &resolve.Resolution{Record: &record.Record{Header: record.Header{Symbol: "CMW/C/SR.1", Body: "CMW", Chairs: []record.Name{{Name: "Stone"}}}}}
	for line := range strings.Lines(files["entities"]) {
		r.entity(strings.Split(strings.TrimSpace(line), "|"))
	}
	r.res.Chairs, r.res.States = []string{"person:CMW/stone"}, []string{"country:AZE"}
	for line := range strings.Lines(files["paragraphs"]) {
		r.paragraph(strings.SplitN(strings.TrimSpace(line), " ", 5))
	}
	for line := range strings.Lines(files["relations"]) {
		r.relation(strings.SplitN(strings.TrimSpace(line), " ", 6))
	}
	return base{lex, r.res}
}

type builder struct {
	t        testing.TB
	schema   *schema.Schema
	lexicon  *lexicon.Lexicon
	res      *resolve.Resolution
	entities map[string]*resolve.Entity
}

func (b *builder) put(e *resolve.Entity) *resolve.Entity {
	b.entities[e.ID] = e
	b.res.Entities = append(b.res.Entities, e)
	return e
}

func (b *builder) entity(f []string) {
	class, ok := b.schema.ClassOf(f[0])
	if !ok || len(f) != 5 {
		b.t.Fatalf("entity %q", f)
	}
	e := b.put(&resolve.Entity{ID: f[0], Class: class, Label: f[1], Kind: f[2], Country: strings.TrimPrefix(f[3], "country=")})
	if parties, ok := strings.CutPrefix(f[4], "parties="); ok {
		e.Parties = strings.Split(parties, ",")
	}
	e.MemberOf = strings.TrimPrefix(f[4], "member=")
	if len(e.Parties) > 0 {
		e.MemberOf = ""
	}
}

// known returns an entity of the record, or makes it from the lexicon.
func (b *builder) known(id string) *resolve.Entity {
	if e := b.entities[id]; e != nil {
		return e
	}
	entry := b.lexicon.Entry(id)
	if entry == nil {
		b.t.Fatalf("%s: neither an entity nor in the lexicon", id)
	}
	return b.put(&resolve.Entity{ID: id, Class: entry.Class, Label: entry.Label, Entry: entry, First: len(b.res.Paragraphs)})
}

var mention = regexp.MustCompile(`\{([^|}]*)\|([^|}]*)\|?([^}]*)\}`)

func (b *builder) paragraph(f []string) {
	number, err := strconv.Atoi(f[0])
	if err != nil || len(f) != 5 {
		b.t.Fatalf("paragraph %q", f)
	}
	i := len(b.res.Paragraphs)
	var p resolve.Paragraph
	text, end := "", 0
	for _, m := range mention.FindAllStringSubmatchIndex(f[4], -1) {
		text += f[4][end:m[0]]
		quote := f[4][m[2]:m[3]]
		start := len(text)
		if end == m[0] && strings.HasSuffix(text, quote) { // several mentions of the same words
			start -= len(quote)
		} else {
			text += quote
		}
		e := b.known(f[4][m[4]:m[5]])
		if !b.mentioned(e) {
			e.First = i
		}
		p.Mentions = append(p.Mentions, resolve.Mention{Span: record.Span{Start: start, End: start + len(quote)}, Entity: e, How: "name", Provision: f[4][m[6]:m[7]], Confidence: 1})
		end = m[1]
	}
	text += f[4][end:]
	para := record.Paragraph{Number: number, Section: -1, Text: text, Intervention: -1}
	if f[1] != "-" {
		para.Intervention = b.speaker(&p, i, f)
	}
	if f[3] != "-" {
		p.Topics = strings.Split(f[3], ",")
		for _, id := range p.Topics {
			b.known(id)
		}
	}
	p.SetCites()
	b.res.Record.Paragraphs = append(b.res.Record.Paragraphs, para)
	b.res.Paragraphs = append(b.res.Paragraphs, p)
}

func (b *builder) mentioned(e *resolve.Entity) bool {
	for _, p := range b.res.Paragraphs {
		for _, m := range p.Mentions {
			if m.Entity == e {
				return true
			}
		}
	}
	return false
}

// speaker adds the speaker and returns the intervention's index.
func (b *builder) speaker(p *resolve.Paragraph, i int, f []string) int {
	s := resolve.Speaker{ID: f[1], Name: b.known(f[1]).Label, First: i}
	if f[2] != "-" {
		s.SpeaksFor, s.State, s.Role = f[2], f[2], resolve.RoleDelegation
	}
	last := len(b.res.Record.Interventions) - 1
	if last >= 0 && b.res.Record.Interventions[last].Last == i-1 && b.res.Paragraphs[i-1].Speaker.ID == f[1] {
		b.res.Record.Interventions[last].Last = i
		s.First = b.res.Record.Interventions[last].First
	} else {
		iv := record.Intervention{First: i, Last: i}
		if len(p.Mentions) > 0 && p.Mentions[0].Span.Start == 0 {
			iv.Speaker.NameSpan = p.Mentions[0].Span
		}
		b.res.Record.Interventions = append(b.res.Record.Interventions, iv)
		last++
	}
	p.Speaker = &s
	return last
}

func (b *builder) relation(f []string) {
	for i, p := range b.res.Record.Paragraphs {
		if strconv.Itoa(p.Number) != f[0] {
			continue
		}
		start := strings.Index(p.Text, f[5])
		if start < 0 {
			b.t.Fatalf("paragraph %d does not say %q", p.Number, f[5])
		}
		b.res.Paragraphs[i].Relations = append(b.res.Paragraphs[i].Relations, resolve.Relation{
			Mood: rule.Mood(f[1]), Property: schema.Property(f[2]), Subject: f[3], Object: f[4], Span: record.Span{Start: start, End: start + len(f[5])},
		})
	}
}

// dump prints a resolution, a line for each thing found.
func dump(res *resolve.Resolution) []string {
	var out []string
	add := func(format string, args ...any) {
		out = append(out, strings.TrimRight(fmt.Sprintf(format, args...), " "))
	}
	add("chairs %s", strings.Join(res.Chairs, " "))
	add("States %s", strings.Join(res.States, " "))
	for i, p := range res.Paragraphs {
		rec := res.Record.Paragraphs[i]
		if s := p.Speaker; s != nil {
			add("%d speaker %s for %s from %s", rec.Number, s.ID, s.SpeaksFor, s.State)
		}
		for _, m := range p.Mentions {
			add("%d %q %s %s", rec.Number, m.Span.Of(rec.Text), m.Entity.ID, m.Provision)
		}
		for _, r := range p.Relations {
			add("%d %s: %s %s %s", rec.Number, r.Mood, r.Subject, r.Property, r.Object)
		}
		add("%d cites %s", rec.Number, strings.Join(p.Cites, " "))
		add("%d topics %s", rec.Number, strings.Join(p.Topics, " "))
	}
	for _, e := range res.Entities {
		add("%s %q %s %s %s %s parties=%s aliases=%q same=%s first=%d", e.ID, e.Label, e.Class, e.Kind, e.Country, e.MemberOf, e.Parties, e.Aliases, e.SameAs, e.First)
	}
	return out
}
