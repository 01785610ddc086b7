package topicfit

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"rapporteur/internal/annotation"
	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/parse"
	"rapporteur/internal/reader"
	"rapporteur/internal/rule"
)

// A Reader reads labelled paragraphs and what speaks for which topic in them.
type Reader struct {
	lexicon *lexicon.Lexicon
	extract *extract.Extractor
}

// NewReader returns a Reader that finds phrases and names by lexicon and rules.
func NewReader(l *lexicon.Lexicon, rules *rule.Set) *Reader {
	return &Reader{l, extract.New(l, rules)}
}

// A labelled paragraph is one line of a file in data/gold/topics.
type labelled struct {
	ID     string   `json:"id"`
	Symbol string   `json:"symbol"`
	Text   string   `json:"text"`
	Topics []string `json:"topics"`
	Maybe  []string `json:"maybe"`
}

// Lines reads labelled paragraphs, a JSON object a line in the order of their
// ids. It refuses topics that readers may not give: those of a kind.
func (r *Reader) Lines(in io.Reader) (out []Example, err error) {
	d := json.NewDecoder(in)
	d.DisallowUnknownFields()
	for before := ""; ; {
		var l labelled
		if err := d.Decode(&l); errors.Is(err, io.EOF) {
			return out, nil
		} else if err != nil {
			return nil, fmt.Errorf("after %q: %w", before, err)
		}
		if l.ID <= before {
			return nil, fmt.Errorf("%q is after %q; ids go up", l.ID, before)
		}
		e, err := r.example(l)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", l.ID, err)
		}
		out, before = append(out, e), l.ID
	}
}

// wholeRecord is the least that makes a record of a symbol and a paragraph.
const wholeRecord = `%s
The meeting was called to order at 10 a.m.
1.	%s
The meeting rose at 1 p.m.
`

func (r *Reader) example(l labelled) (Example, error) {
	for _, id := range slices.Concat(l.Topics, l.Maybe) {
		if e := r.lexicon.Entry(id); e == nil || e.Kind != "" {
			return Example{}, fmt.Errorf("no topic %q for readers to give", id)
		}
	}
	found, err := r.candidates(l.ID, strings.NewReader(fmt.Sprintf(wholeRecord, l.Symbol, l.Text)))
	if err == nil && len(found) != 1 {
		err = fmt.Errorf("read as %d paragraphs", len(found))
	}
	return Example{Candidates: found[1], Topics: l.Topics, Maybe: l.Maybe, Times: 1}, err
}

// Record reads a record with the topics that gold gives its paragraphs, each of
// which counts as many times.
func (r *Reader) Record(gold annotation.Record, in io.Reader, times int) (out []Example, err error) {
	found, err := r.candidates(gold.Source, in)
	if err != nil {
		return nil, err
	}
	for _, p := range gold.Paragraphs {
		e := Example{Candidates: found[p.Number], Times: times}
		for _, t := range p.Topics {
			e.Topics = append(e.Topics, t.ID)
		}
		out = append(out, e)
	}
	return out, nil
}

// candidates returns those of each paragraph of a record, by its number, that
// readers may give.
func (r *Reader) candidates(name string, in io.Reader) (map[int][]extract.Candidate, error) {
	doc, err := reader.Read(name, in, reader.Options{})
	if err != nil {
		return nil, err
	}
	rec, err := parse.Parse(doc, parse.Options{})
	if err != nil {
		return nil, err
	}
	out := make(map[int][]extract.Candidate)
	for i, all := range r.extract.Candidates(rec) {
		out[rec.Paragraphs[i].Number] = slices.DeleteFunc(all, func(c extract.Candidate) bool { return c.Topic.Kind != "" })
	}
	return out, nil
}
