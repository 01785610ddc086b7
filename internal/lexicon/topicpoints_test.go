package lexicon_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rapporteur/internal/lexicon"
)

func TestRewriteTopicPoints(t *testing.T) {
	a, err := txtar.ParseFile("testdata/topicpoints.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := make(map[string]string)
	for _, f := range a.Files {
		files[f.Name] = string(f.Data)
	}
	points := readPoints(t, files["points"])
	got := string(points.Rewrite([]byte(files["topics.tsv"])))
	if diff := cmp.Diff(files["want.tsv"], got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if again := string(points.Rewrite([]byte(got))); again != got {
		t.Errorf("the second time it is\n%s", again)
	}
	load(t, []byte(got))
}

func readPoints(t *testing.T, lines string) lexicon.TopicPoints {
	t.Helper()
	p := lexicon.TopicPoints{Phrases: make(map[string]map[string]int), Bars: make(map[string]int)}
	for line := range strings.Lines(lines) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		topic, phrase := "topic:"+cells[0], cells[1]
		n, err := strconv.Atoi(cells[2])
		if err != nil {
			t.Fatal(err)
		}
		if phrase == "" {
			p.Bars[topic] = n
			continue
		}
		if p.Phrases[topic] == nil {
			p.Phrases[topic] = make(map[string]int)
		}
		p.Phrases[topic][phrase] = n
	}
	return p
}
