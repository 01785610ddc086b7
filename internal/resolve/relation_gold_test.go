package resolve_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapporteur/data"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/resolve"
	"rapporteur/internal/rule"
)

const (
	goldRelations = "../../data/gold/relations.txt"
	relationScore = "testdata/relation-score.txt"
)

// TestRelationScore compares what is found in the records of data/gold with
// what a reader finds; the figures and every difference are a golden file.
func TestRelationScore(t *testing.T) {
	p := newPipeline(t)
	gold := readRelations(t, goldRelations)
	var out bytes.Buffer
	cards := make(map[string]*tally)
	for _, name := range slices.Sorted(maps.Keys(gold)) {
		found := linesOf(readRecord(t, p, name))
		for _, line := range slices.Sorted(maps.Keys(union(gold[name], found))) {
			card(cards, line).count(gold[name][line], found[line])
			switch {
			case !found[line]:
				fmt.Fprintf(&out, "missed %s %s\n", name, line)
			case !gold[name][line]:
				fmt.Fprintf(&out, "wrong  %s %s\n", name, line)
			}
		}
	}
	var head bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(cards)) {
		fmt.Fprintf(&head, "%-16s %s\n", name, cards[name])
	}
	golden(t, relationScore, head.String()+"\n"+out.String())
}

// linesOf are the relations of a record as data/gold/relations.txt writes them.
// A date counts only where both have one, so it is left out.
func linesOf(r *resolve.Resolution) map[string]bool {
	lines := make(map[string]bool)
	for i, p := range r.Paragraphs {
		for _, x := range p.Relations {
			lines[fmt.Sprintf("%d %s %s %s %s", r.Record.Paragraphs[i].Number, x.Mood, x.Subject, x.Property, x.Object)] = true
			if x.Date != "" {
				lines[fmt.Sprintf("%d date %s %s %s %s", r.Record.Paragraphs[i].Number, x.Subject, x.Property, x.Object, x.Date)] = true
			}
		}
	}
	return lines
}

// readRelations reads the gold file: record → lines, a date as a line of its own.
func readRelations(t *testing.T, path string) map[string]map[string]bool {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	gold := make(map[string]map[string]bool)
	record := ""
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		fields := strings.Fields(line)
		switch {
		case len(fields) == 0 || fields[0] == "#":
		case len(fields) == 1:
			record = fields[0]
			gold[record] = make(map[string]bool)
		case len(fields) == 5 || len(fields) == 6:
			if _, err := strconv.Atoi(fields[0]); err != nil || record == "" {
				t.Fatalf("%s:%d: no paragraph number, or no record above it", path, n)
			}
			gold[record][strings.Join(fields[:5], " ")] = true
			if len(fields) == 6 {
				gold[record][fields[0]+" date "+strings.Join(fields[2:], " ")] = true
			}
		default:
			t.Fatalf("%s:%d: want paragraph, modality, subject, property, object and perhaps a date", path, n)
		}
	}
	if len(gold) == 0 {
		t.Fatalf("%s: no relations", path)
	}
	return gold
}

// A tally counts one kind of line.
type tally struct{ right, wrong, missed int }

func (c *tally) count(gold, found bool) {
	switch {
	case gold && found:
		c.right++
	case found:
		c.wrong++
	default:
		c.missed++
	}
}

// String gives precision, recall and the counts behind them.
func (c *tally) String() string {
	return fmt.Sprintf("precision %s  recall %s  right %3d  wrong %2d  missed %2d", share(c.right, c.wrong), share(c.right, c.missed), c.right, c.wrong, c.missed)
}

func share(part, rest int) string {
	if part+rest == 0 {
		return "    -"
	}
	return fmt.Sprintf("%.3f", float64(part)/float64(part+rest))
}

// card is the tally of the line's modality or of dates; "all" sums relations.
type both struct{ one, all *tally }

func card(cards map[string]*tally, line string) both {
	kind := strings.Fields(line)[1]
	for _, name := range []string{kind, "all"} {
		if cards[name] == nil {
			cards[name] = new(tally)
		}
	}
	if kind == "date" {
		return both{cards[kind], new(tally)}
	}
	return both{cards[kind], cards["all"]}
}

func (b both) count(gold, found bool) {
	b.one.count(gold, found)
	b.all.count(gold, found)
}

func union(a, b map[string]bool) map[string]bool {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}

func newPipeline(t testing.TB) *pipeline.Pipeline {
	t.Helper()
	p, err := pipeline.New(pipeline.Knowledge{Lexicons: []fs.FS{data.Lexicon()}, Rules: []fs.FS{data.Rules()}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// readRecord reads the record of a name, whichever form its file has.
func readRecord(t *testing.T, p *pipeline.Pipeline, name string) *resolve.Resolution {
	t.Helper()
	for _, dir := range []string{"../../data/records", "../../data/gold/records"} {
		files, err := filepath.Glob(filepath.Join(dir, name+".*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			f, err := os.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			found, err := p.Read(filepath.Base(path), f)
			if err != nil {
				t.Fatal(err)
			}
			return found
		}
	}
	t.Fatalf("no record %s", name)
	return nil
}

// TestMoods sees that no relation is left unclear.
func TestMoods(t *testing.T) {
	p := newPipeline(t)
	for name := range readRelations(t, goldRelations) {
		for _, para := range readRecord(t, p, name).Paragraphs {
			for _, r := range para.Relations {
				if r.Mood == rule.Unclear || r.Mood == "" || r.Span.Empty() {
					t.Errorf("%s: %+v", name, r)
				}
			}
		}
	}
}
