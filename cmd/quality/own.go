package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"rapporteur/data"
	"rapporteur/internal/annotation"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/score/peer"
)

// heldRecords has the records of meetings that were held.
const heldRecords = "data/records"

// folders hold the records that gold is about.
var folders = []string{heldRecords, "data/gold/records"}

// read returns what Rapporteur finds. It is given the whole records, as it needs
// to know whose meeting it was, and does all its work: headers, speakers, ids,
// agreements, laws, topics and relations too.
func (g gold) read() (answer, error) {
	a := answer{Name: "Rapporteur", Version: "this one, " + runtime.Version()}
	p, err := pipeline.New(pipeline.Knowledge{Lexicons: []fs.FS{data.Lexicon()}, Rules: []fs.FS{data.Rules()}})
	if err != nil {
		return a, err
	}
	sources, err := g.sources()
	if err != nil {
		return a, err
	}
	for round := range rounds {
		start := time.Now()
		var found []annotation.Record
		for i, source := range sources {
			r, err := p.Read(g[i].Source, bytes.NewReader(source))
			if err != nil {
				return a, err
			}
			found = append(found, annotation.From(r))
		}
		if s := time.Since(start).Seconds(); round == 0 || s < a.Seconds {
			a.Seconds = s
		}
		a.Found = g.spans(found)
	}
	return a, nil
}

// sources returns the records' files.
func (g gold) sources() (out [][]byte, err error) {
	for _, r := range g {
		text, err := readFirst(folders, r.Source)
		if err != nil {
			return nil, err
		}
		out = append(out, text)
	}
	return out, nil
}

// readFirst reads a file of the first folder that has it.
func readFirst(folders []string, name string) ([]byte, error) {
	for _, dir := range folders {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if !errors.Is(err, fs.ErrNotExist) {
			return text, err
		}
	}
	return nil, fmt.Errorf("no record %s in %v", name, folders)
}

// spans returns the spans found in each paragraph of the gold, those of the
// paragraph with its number.
func (g gold) spans(found []annotation.Record) (out [][]peer.Span) {
	for i, r := range g {
		byNumber := make(map[int]annotation.Paragraph)
		for _, p := range found[i].Paragraphs {
			byNumber[p.Number] = p
		}
		for _, p := range r.Paragraphs {
			out = append(out, peer.Found(byNumber[p.Number]))
		}
	}
	return out
}
