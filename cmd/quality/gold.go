package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"rapporteur/internal/annotation"
	"rapporteur/internal/score/peer"
)

const goldFiles = "data/gold/*.json"

// gold is the gold of some records.
type gold []annotation.Record

func readGold() (out gold, err error) {
	files, err := filepath.Glob(goldFiles)
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no gold at %s; run this in the folder of the project", goldFiles)
	}
	for _, file := range files {
		var r annotation.Record
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(text, &r); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		out = append(out, r)
	}
	return out, nil
}

// texts returns the text of every paragraph.
func (g gold) texts() (out []string) {
	for _, r := range g {
		for _, p := range r.Paragraphs {
			out = append(out, p.Text)
		}
	}
	return out
}

// judge compares what a program found with gold.
func (g gold) judge(a answer) peer.Result {
	figures := make(peer.Figures)
	i := 0
	for _, r := range g {
		for _, p := range r.Paragraphs {
			names, aside := peer.Spans(p)
			figures.Compare(p.Text, names, aside, a.Found[i])
			i++
		}
	}
	return peer.Result{Name: a.Name, Version: a.Version, Seconds: a.Seconds, Figures: figures}
}
