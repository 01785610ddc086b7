package search_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/internal/search"
	"rapporteur/schema"
)

// paragraphsInBench is about what a body's records of a decade have.
const paragraphsInBench = 25_000

// vocabulary is made-up words, of which the first are frequent, as in texts.
type vocabulary struct {
	words []string
	zipf  *rand.Zipf
}

func newVocabulary() vocabulary {
	r := rand.New(rand.NewPCG(1, 2))
	v := vocabulary{zipf: rand.NewZipf(r, 1.1, 4, 19_999)}
	syllables := []string{"ka", "ri", "mon", "te", "lu", "ver", "sol", "pa", "din", "gra", "ne", "tor", "mi", "shen", "ob", "al"}
	for i := range 20_000 {
		w := ""
		for n := i + 16; n > 0; n /= 16 {
			w += syllables[n%16]
		}
		v.words = append(v.words, w)
	}
	return v
}

func (v vocabulary) text(n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = v.words[v.zipf.Uint64()]
	}
	return strings.Join(out, " ") + "."
}

// fill writes records of 50 paragraphs with 100 words each.
func fill(b testing.TB, s *store.Store, v vocabulary, paragraphs int) {
	for n := range paragraphs / 50 {
		writeRecord(b, s, v, n, "first")
	}
}

func writeRecord(b testing.TB, s *store.Store, v vocabulary, n int, hash string) {
	b.Helper()
	symbol := fmt.Sprintf("XYZ/C/SR.%d", n+1)
	record := graph.RecordID(symbol)
	var all []graph.Statement
	say := func(label, s graph.ID, p schema.Property, o string) {
		object := graph.Ref(graph.ID(o))
		if p == schema.Text || p == schema.Label || p == schema.PrefLabel || p == schema.Identifier || p == schema.Date || p == schema.ContentHash ||
			p == schema.SpeakerName || p == schema.SpeakerRole || p == schema.AltLabel {
			object = graph.Text(o)
		}
		all = append(all, graph.Statement{Subject: s, Predicate: p, Object: object, Label: label})
	}
	typed := func(label, s graph.ID, class schema.Class) {
		all = append(all, graph.Statement{Subject: s, Predicate: schema.Type, Object: graph.ClassRef(class), Label: label})
	}
	country := graph.ID(fmt.Sprintf("country:X%02d", n%90))
	typed(record, record, schema.ClassSummaryRecord)
	say(record, record, schema.Identifier, symbol)
	say(record, record, schema.ContentHash, hash+symbol)
	say(record, record, schema.Date, fmt.Sprintf("%d-05-06", 2000+n%25))
	say(record, record, schema.Reviews, string(country))
	typed(graph.Lexicon, country, schema.ClassCountry)
	say(graph.Lexicon, country, schema.Label, "Land "+string(country))
	for k := range 50 {
		p := graph.ParagraphID(symbol, k+1)
		typed(record, p, schema.ClassParagraph)
		say(record, p, schema.IsPartOf, string(record))
		say(p, p, schema.Text, v.text(100))
		say(p, p, schema.SpeakerName, "Mr. "+v.words[3000+(n*50+k)%900])
		say(p, p, schema.SpeakerRole, []string{"member", "delegation", "chair"}[k%3])
		for m := range 4 {
			e := graph.ID(fmt.Sprintf("institution:i%d", (n*31+k*8+m)%7000))
			say(p, p, schema.Mentions, string(e))
			typed(p, e, schema.ClassInstitution)
			say(p, e, schema.Label, "Ministry of "+v.words[(n*31+k*8+m)%7000]+" "+v.words[m])
			if m == 0 {
				topic := graph.ID("topic:" + v.words[(n+k)%300])
				say(p, p, schema.Subject, string(topic))
				typed(graph.Lexicon, topic, schema.ClassTopic)
				say(graph.Lexicon, topic, schema.PrefLabel, "Topic "+v.words[(n+k)%300])
			}
		}
	}
	quads, err := graph.Quads(all)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := s.Replace(context.Background(), record, quads); err != nil {
		b.Fatal(err)
	}
}

// large returns a store with many paragraphs.
func large(b testing.TB) (*store.Store, vocabulary) {
	b.Helper()
	v := newVocabulary()
	s, err := store.Open(context.Background(), store.Memory, store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	fill(b, s, v, paragraphsInBench)
	return s, v
}

// BenchmarkLarge makes, asks and updates an index of 25,000 paragraphs.
func BenchmarkLarge(b *testing.B) {
	s, v := large(b)
	b.Run("rebuild", func(b *testing.B) { benchRebuild(b, s) })
	x := over(b, s, search.Options{Own: true})
	before := heap()
	if err := x.Ready(b.Context()); err != nil {
		b.Fatal(err)
	}
	held := heap() - before
	for name, q := range questions(v) {
		b.Run("search/"+name, func(b *testing.B) {
			benchSearch(b, func() error { _, err := x.Search(b.Context(), q); return err })
			b.ReportMetric(held/1e6, "MB-heap")
		})
	}
	b.Run("suggest", func(b *testing.B) {
		benchSearch(b, func() error { _, err := x.Suggest(b.Context(), v.words[40][:3]); return err })
	})
	b.Run("update", func(b *testing.B) {
		n := 0
		for b.Loop() {
			b.StopTimer()
			n++
			writeRecord(b, s, v, 7, fmt.Sprint(n))
			b.StartTimer()
			waitFor(b, x)
		}
	})
}

func benchRebuild(b *testing.B, s *store.Store) {
	sch, err := schema.Load()
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	var f search.Figures
	for b.Loop() {
		if f, err = search.Rebuild(b.Context(), s, sch, dir); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(f.Paragraphs), "paragraphs")
	b.ReportMetric(float64(f.Entities), "entities")
	b.ReportMetric(float64(sizeOf(b, dir))/1e6, "MB-on-disk")
}

func questions(v vocabulary) map[string]search.Query {
	return map[string]search.Query{
		"frequent":  {Text: v.words[0]},
		"two-words": {Text: v.words[2] + " " + v.words[40]},
		"rare":      {Text: v.words[9000]},
		"phrase":    {Text: `"` + v.words[0] + " " + v.words[1] + `"`},
		"prefix":    {Text: v.words[40][:3] + "*"},
		"longest":   {Text: strings.Join(v.words[:32], " ")},
		"filtered":  {Text: v.words[5], State: "country:X07", Role: "member"},
		"all":       {},
		"by-date":   {Text: v.words[0], Sort: search.ByDate},
		"entity":    {Text: "ministry " + v.words[77], Kind: search.Entities},
	}
}

func benchSearch(b *testing.B, ask func() error) {
	var took []time.Duration
	for b.Loop() {
		start := time.Now()
		if err := ask(); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}

func heap() float64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

// waitFor searches until the index has followed its store.
func waitFor(t testing.TB, x *search.Index) *search.Result {
	t.Helper()
	for {
		r, err := x.Search(context.Background(), search.Query{Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		if !r.Updating {
			return r
		}
		runtime.Gosched()
	}
}

func sizeOf(b *testing.B, dir string) (total int64) {
	b.Helper()
	err := filepath.Walk(dir, func(_ string, info os.FileInfo, err error) error {
		if err == nil && !info.IsDir() {
			total += info.Size()
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return total
}
