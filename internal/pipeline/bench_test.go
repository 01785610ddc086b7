package pipeline_test

import (
	"bytes"
	"io/fs"
	"os"
	"testing"

	"rapporteur/data"
	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/parse"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/reader"
	"rapporteur/internal/rule"
)

func knowledge() pipeline.Knowledge {
	return pipeline.Knowledge{Lexicons: []fs.FS{data.Lexicon()}, Rules: []fs.FS{data.Rules()}}
}

// BenchmarkRead reports how much text a second is read, parsed, extracted and
// resolved on one core.
func BenchmarkRead(b *testing.B) {
	p, err := pipeline.New(knowledge())
	if err != nil {
		b.Fatal(err)
	}
	const name = "CMW_C_SR.464-EN.md"
	text, err := os.ReadFile("../../data/records/" + name)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := p.Read(name, bytes.NewReader(text)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkParseAndExtract reports the stages between reading a file and giving
// ids: lines to a record, and the record's paragraphs to claims.
func BenchmarkParseAndExtract(b *testing.B) {
	const name = "CMW_C_SR.464-EN.md"
	text, err := os.ReadFile("../../data/records/" + name)
	if err != nil {
		b.Fatal(err)
	}
	doc, err := reader.Read(name, bytes.NewReader(text), reader.Options{})
	if err != nil {
		b.Fatal(err)
	}
	l, err := lexicon.Load(data.Lexicon())
	if err != nil {
		b.Fatal(err)
	}
	rules, err := rule.Load(data.Rules())
	if err != nil {
		b.Fatal(err)
	}
	x := extract.New(l, rules)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		rec, err := parse.Parse(doc, parse.Options{})
		if err != nil {
			b.Fatal(err)
		}
		x.Record(rec)
	}
}

// BenchmarkNew reports how long it takes to load lexicon and rules, which every
// start of the program pays.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := pipeline.New(knowledge()); err != nil {
			b.Fatal(err)
		}
	}
}
