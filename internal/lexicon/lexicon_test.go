package lexicon_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"rapporteur/internal/lexicon"
	"rapporteur/internal/words"
)

func files(content ...string) fstest.MapFS {
	out := fstest.MapFS{}
	for i := 0; i < len(content); i += 2 {
		out[content[i]] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(content[i+1], " ; ", "\t"))}
	}
	return out
}

const sample = `# invented
id ; kind ; label ; aliases ; acronyms ; demonyms
country:XAA ; state ; Aland Republic ; Republic of Aland|Aland ;  ; Alander
country:XBB ; state ; New Aland ;  ;  ; Alander
institution:who ; agency ; World Harbour Office ;  ; WHO
`

// found shows the names in a text as "words=id (how)".
func found(l *lexicon.Lexicon, text string) string {
	t := words.NewSplitter().Split(text)
	var out []string
	for _, h := range l.Names(t) {
		id := "passed over"
		if h.Entry != nil {
			id = h.Entry.ID
		}
		also := ""
		for _, e := range h.Also {
			also += " or " + e.ID
		}
		out = append(out, fmt.Sprintf("%s=%s%s (%s)", t.Quote(h.First, h.End), id, also, h.How))
	}
	return strings.Join(out, "; ")
}

func TestNames(t *testing.T) {
	l, err := lexicon.Load(files("a.tsv", sample, "skip.tsv", "phrase ; note\nAland Sea ; a sea\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"in the Republic of Aland", "Republic of Aland=country:XAA (alias)"},
		{"from New Aland and ALAND", "New Aland=country:XBB (name); ALAND=country:XAA (alias)"},
		{"who asked WHO", "WHO=institution:who (acronym)"},
		{"the world harbour office", ""},
		{"the Åland Sea", "Åland Sea=passed over (name)"},
		{"two Alanders", "Alanders=country:XAA or country:XBB (demonym)"},
	} {
		if got := found(l, c.text); got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestLaterFoldersReplace(t *testing.T) {
	l, err := lexicon.Load(files("a.tsv", sample), files("own.tsv", "id ; label\ncountry:XAA ; Alandia\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := l.Entry("country:XAA").Label; got != "Alandia" {
		t.Errorf("label %q", got)
	}
	if got := found(l, "Alandia and Aland"); got != "Alandia=country:XAA (name)" {
		t.Errorf("found %s", got)
	}
}

func TestMistakesAreNamed(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"id ; colour\n", `a.tsv:1: unknown column "colour"`},
		{"id ; label\ncountry:XAA\n", "a.tsv:2: an entry needs an id"},
		{"id ; label\nplanet:mars ; Mars\n", "a.tsv:2: an entry needs an id with a known prefix"},
		{"# note\nid ; label\ncountry:XAA ; A\ncountry:XAA ; B\n", "a.tsv:4: country:XAA is already at a.tsv:3"},
		{"id ; label\ncountry:XAA ; A ; B\n", "a.tsv:2: 3 cells under 2 columns"},
		{"given ; family\nUna ; Zed ; Ulf\n", "a.tsv:2: 3 cells under 2 columns"},
		{"phrase\nAland Sea ; \n", "a.tsv:2: 2 cells under 1 columns"},
		{"", "a.tsv: no header line"},
	} {
		_, err := lexicon.Load(files("a.tsv", c.file))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.file, err, c.want)
		}
	}
	if _, err := lexicon.Load(fstest.MapFS{}); !errors.Is(err, lexicon.ErrNoEntries) {
		t.Errorf("an empty folder: %v", err)
	}
}

// TestBuiltinReferences: what the built-in entries refer to is there.
func TestBuiltinReferences(t *testing.T) {
	l, err := lexicon.Load(os.DirFS("../../data/lexicon"))
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Entries()) == 0 {
		t.Fatal("no entries")
	}
	for _, e := range l.Entries() {
		if e.Country != "" && l.Entry(e.Country) == nil {
			t.Errorf("%s: %s refers to %s, which is not there", e.Place, e.ID, e.Country)
		}
		for _, body := range e.Bodies {
			if l.Entry("body:"+body) == nil {
				t.Errorf("%s: %s names the body %s, which is not there", e.Place, e.ID, body)
			}
		}
	}
}
