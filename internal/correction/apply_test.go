package correction_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rapporteur/internal/resolve"
)

var update = flag.Bool("update", false, "rewrite the expected files in testdata")

// TestApply applies corrections.yaml of each case to the base record and compares
// what changes: lines that go with "-", lines that come with "+". Applying the
// same set once more must change nothing.
func TestApply(t *testing.T) {
	paths, err := filepath.Glob("testdata/apply/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil || len(archive.Files) != 2 {
				t.Fatalf("want corrections.yaml and changes: %v", err)
			}
			set, b := load(t, string(archive.Files[0].Data)), newBase(t)
			before := dump(b.res)
			var got strings.Builder
			for _, i := range set.Apply(b.res, b.lexicon) {
				fmt.Fprintf(&got, "matched: %s %s\n", set.Entries()[i].Action, set.Entries()[i].ID)
			}
			after := dump(b.res)
			got.WriteString(difference(before, after))
			set.Apply(b.res, b.lexicon)
			if again := difference(after, dump(b.res)); again != "" {
				t.Errorf("applied twice is not applied once:\n%s", again)
			}
			if *update {
				archive.Files[1].Data = []byte(got.String())
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want := string(archive.Files[1].Data); got.String() != want {
				t.Errorf("got:\n%s\nwant:\n%s", got.String(), want)
			}
		})
	}
}

// difference lists the lines that are in one of the two more often.
func difference(before, after []string) string {
	var b strings.Builder
	surplus := func(sign string, lines, others []string) {
		left := slices.Clone(others)
		for _, l := range lines {
			if i := slices.Index(left, l); i >= 0 {
				left = slices.Delete(left, i, i+1)
				continue
			}
			fmt.Fprintln(&b, sign, l)
		}
	}
	surplus("-", before, after)
	surplus("+", after, before)
	return b.String()
}

// TestOrderDoesNotMatter applies a chain of corrections in every order of its
// entries.
func TestOrderDoesNotMatter(t *testing.T) {
	entries := []string{
		"- {action: merge, id: institution:AZE/migration-service, into: institution:AZE/state-migration-service, reason: r, date: 2026-05-02}\n",
		"- {action: rename, id: institution:AZE/state-migration-service, to: institution:AZE/migration-agency, reason: r, date: 2026-05-02}\n",
		"- {action: relabel, id: institution:AZE/migration-agency, label: Migration Agency, reason: r, date: 2026-05-02}\n",
		"- {action: reject, id: institution:AZE/migration-service, paragraph: 'para:CMW/C/SR.1#4', reason: r, date: 2026-05-02}\n",
	}
	var first []string
	permute(entries, 0, func(order []string) {
		b := newBase(t)
		if got := load(t, strings.Join(order, "")).Apply(b.res, b.lexicon); len(got) != len(entries) {
			t.Errorf("matched %v of\n%s", got, strings.Join(order, ""))
		}
		got := dump(b.res)
		if first == nil {
			first = got
		}
		if d := difference(first, got); d != "" {
			t.Errorf("this order gives something else:\n%s%s", strings.Join(order, ""), d)
		}
	})
}

func permute(list []string, k int, do func([]string)) {
	if k == len(list) {
		do(list)
		return
	}
	for i := k; i < len(list); i++ {
		list[k], list[i] = list[i], list[k]
		permute(list, k+1, do)
		list[k], list[i] = list[i], list[k]
	}
}

// TestMentionIDsStay rejects the first of two mentions that share their words:
// the other one keeps its number.
func TestMentionIDsStay(t *testing.T) {
	b := newBase(t)
	ids := func() (out []string) {
		for _, s := range b.res.Statements() {
			if strings.HasPrefix(string(s.Subject), "mention:") && fmt.Sprint(s.Object) == "<institution:AZE/ministry-of-health>" {
				out = append(out, string(s.Subject))
			}
		}
		return out
	}
	before := ids()
	load(t, "- {action: reject, id: institution:AZE/ministry-of-labour, reason: r, date: 2026-05-02}\n").Apply(b.res, b.lexicon)
	if after := ids(); len(before) != 1 || !slices.Equal(before, after) {
		t.Errorf("%v became %v", before, after)
	}
}

// TestNothingToCorrect applies sets that have nothing to say.
func TestNothingToCorrect(t *testing.T) {
	b := newBase(t)
	before := dump(b.res)
	for _, text := range []string{"", "- {action: reject, id: institution:AZE/nobody, reason: r, date: 2026-05-02}\n"} {
		if got := load(t, text).Apply(b.res, b.lexicon); len(got) > 0 || difference(before, dump(b.res)) != "" {
			t.Errorf("%q matched %v", text, got)
		}
	}
	var none resolve.Resolution
	none.Record = b.res.Record
	if got := load(t, "- {action: reject, id: institution:iom, reason: r, date: 2026-05-02}\n").Apply(&none, b.lexicon); got != nil {
		t.Errorf("matched %v in an empty record", got)
	}
}
