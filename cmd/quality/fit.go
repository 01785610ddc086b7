package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"rapporteur/data"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/rule"
	"rapporteur/internal/topicfit"
)

const (
	vocabulary  = "data/lexicon/topics.tsv"
	topicLabels = "data/gold/topics/*.jsonl"
	// heldTimes is how many paragraphs one of a meeting that was held counts as:
	// it is what the program is for.
	heldTimes = 3
)

// fit rewrites the points of the vocabulary and says how well such points do on
// paragraphs that they were not fitted to.
func fit(out io.Writer) error {
	l, err := lexicon.Load(data.Lexicon())
	if err != nil {
		return err
	}
	rules, err := rule.Load(data.Rules())
	if err != nil {
		return err
	}
	sets, err := labelledSets(topicfit.NewReader(l, rules))
	if err != nil {
		return err
	}
	table := topicfit.Table(topicfit.Cross(l, sets))
	if err := table.Text(out); err != nil {
		return err
	}
	if err := write("topics", table.Markdown()); err != nil {
		return err
	}
	old, err := os.ReadFile(vocabulary)
	if err != nil {
		return err
	}
	var all []topicfit.Example
	for _, s := range sets {
		all = append(all, s.Examples...)
	}
	return os.WriteFile(vocabulary, topicfit.Fit(l, all).Rewrite(old), 0o644)
}

// labelledSets reads each file of labelled paragraphs, and gold as one set.
func labelledSets(r *topicfit.Reader) (sets []topicfit.Set, err error) {
	files, err := filepath.Glob(topicLabels)
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		examples, err := r.Lines(bytes.NewReader(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		sets = append(sets, topicfit.Set{Name: strings.TrimSuffix(filepath.Base(file), ".jsonl"), Examples: examples})
	}
	records, err := readGold()
	if err != nil {
		return nil, err
	}
	examples, err := records.examples(r)
	return append(sets, topicfit.Set{Name: "the records of gold", Examples: examples}), err
}

func (g gold) examples(r *topicfit.Reader) (out []topicfit.Example, err error) {
	sources, err := g.sources()
	if err != nil {
		return nil, err
	}
	for i, source := range sources {
		times := 1
		if _, err := os.Stat(filepath.Join(heldRecords, g[i].Source)); err == nil {
			times = heldTimes
		} else if !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
		examples, err := r.Record(g[i], bytes.NewReader(source), times)
		if err != nil {
			return nil, err
		}
		out = append(out, examples...)
	}
	return out, nil
}
