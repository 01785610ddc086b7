package words_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"rapporteur/internal/words"
)

// TestIndex puts words into an index and into a map, many of them twice: both
// hold the same.
func TestIndex(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var index words.Index[int]
	want := make(map[string]int)
	for n := range 5000 {
		word := strconv.Itoa(random.IntN(3000))
		if got := index.Value(word); got != want[word] {
			t.Fatalf("%s is %d, want %d", word, got, want[word])
		}
		index.Put(word, n)
		want[word] = n
	}
	if index.Len() != len(want) {
		t.Errorf("%d words, want %d", index.Len(), len(want))
	}
	for word, n := range want {
		if got := index.Value(word); got != n {
			t.Errorf("%s is %d, want %d", word, got, n)
		}
	}
}

func TestIndexOfForms(t *testing.T) {
	var index words.Index[string]
	form := words.NewSplitter().Split("Détentions").Words[0].Form
	if got := index.Fold(form) + index.Stem(form); got != "" || !index.Lacks(form) || !index.LacksStem(form) {
		t.Errorf("%q in an empty index", got)
	}
	index.Put("detentions", "fold")
	index.Put("detent", "stem")
	if got := index.Fold(form); got != "fold" {
		t.Errorf("by its fold %q", got)
	}
	if got := index.Stem(form); got != "stem" || index.LacksStem(form) {
		t.Errorf("by its stem %q", got)
	}
}

// TestIndexLacks looks for words that are in an index, and for others: it lacks
// none of the first and most of the second.
func TestIndexLacks(t *testing.T) {
	var in, others strings.Builder
	for n := range 1000 {
		fmt.Fprintf(&in, "a%d ", n)
		fmt.Fprintf(&others, "b%d ", n)
	}
	index := words.NewIndex(words.Set(in.String()))
	split := words.NewSplitter()
	for _, w := range split.Split(in.String()).Words {
		if index.Lacks(w.Form) {
			t.Errorf("lacks %s", w.Fold)
		}
	}
	lacks := 0
	for _, w := range split.Split(others.String()).Words {
		if index.Lacks(w.Form) {
			lacks++
		}
	}
	if lacks < 800 {
		t.Errorf("lacks only %d of 1000 words that are not in it", lacks)
	}
}
