// Package pipeline runs a file through all stages: reader, parse, extract,
// resolve, correction; and a list of files through them into a store, with
// workers, skipping what is already there unchanged and going on after a bad file.
package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync"

	"rapporteur/internal/correction"
	"rapporteur/internal/extract"
	"rapporteur/internal/lexicon"
	"rapporteur/internal/parse"
	"rapporteur/internal/reader"
	"rapporteur/internal/resolve"
	"rapporteur/internal/rule"
	"rapporteur/internal/sidecar"
	"rapporteur/schema"
)

// Version counts the changes of the program that change what it finds, so that
// records which an older one read are read again.
const Version = 4

// Knowledge is what the stages work with: folders of lexicon and rule files,
// the built-in ones first, and the user's corrections.
type Knowledge struct {
	Lexicons    []fs.FS
	Rules       []fs.FS
	Corrections []correction.File
}

// A Pipeline reads records. It may be used by several goroutines.
type Pipeline struct {
	// Reader bounds what is read and names the programs that help; it is not to
	// be changed after the first record.
	Reader reader.Options

	lexicon     *lexicon.Lexicon
	rules       *rule.Set
	resolver    *resolve.Resolver
	schema      *schema.Schema
	corrections *correction.Ledger
	extractors  sync.Pool
	lore        [sha256.Size]byte // of the program's version, its lexicon and rules
	fingerprint string            // of these and the corrections
}

// New loads the knowledge and checks it; errors name file and line.
func New(k Knowledge) (*Pipeline, error) {
	l, err := lexicon.Load(k.Lexicons...)
	if err != nil {
		return nil, fmt.Errorf("loading lexicon: %w", err)
	}
	r, err := rule.Load(k.Rules...)
	if err != nil {
		return nil, fmt.Errorf("loading rules: %w", err)
	}
	sch, err := schema.Load()
	if err != nil {
		return nil, err
	}
	c, err := correction.Load(sch, k.Corrections...)
	if err != nil {
		return nil, fmt.Errorf("loading corrections: %w", err)
	}
	p := &Pipeline{lexicon: l, rules: r, resolver: resolve.New(l), schema: sch, corrections: correction.NewLedger(c)}
	p.extractors.New = func() any { return extract.New(l, r) }
	if err := p.hashLore(k); err != nil {
		return nil, err
	}
	p.fingerprint = fingerprint(p.lore, k.Corrections)
	return p, nil
}

// With returns a Pipeline with these corrections instead of its own, which shares
// the rest with p.
func (p *Pipeline) With(corrections ...correction.File) (*Pipeline, error) {
	c, err := correction.Load(p.schema, corrections...)
	if err != nil {
		return nil, fmt.Errorf("loading corrections: %w", err)
	}
	other := &Pipeline{Reader: p.Reader, lexicon: p.lexicon, rules: p.rules, resolver: p.resolver, schema: p.schema,
		corrections: correction.NewLedger(c), lore: p.lore, fingerprint: fingerprint(p.lore, corrections)}
	other.extractors.New = func() any { return extract.New(p.lexicon, p.rules) }
	return other, nil
}

// Unmatched returns the corrections that matched nothing in the records read so
// far.
func (p *Pipeline) Unmatched() []*correction.Entry { return p.corrections.Unmatched() }

// MainTopic reports whether id is one of the topics that records are asked about
// most, with which gold is written.
func (p *Pipeline) MainTopic(id string) bool {
	e := p.lexicon.Entry(id)
	return e != nil && e.Class == schema.ClassTopic && e.Kind == ""
}

// Broader returns the topics that the vocabulary has right above a topic, none
// for those at the top and for what is no topic.
func (p *Pipeline) Broader(id string) []string {
	e := p.lexicon.Entry(id)
	if e == nil {
		return nil
	}
	var out []string
	for _, b := range e.Broader {
		out = append(out, b.ID)
	}
	return out
}

// hashLore hashes the version and every file of lexicon and rules.
func (p *Pipeline) hashLore(k Knowledge) error {
	h := sha256.New()
	fmt.Fprintf(h, "version %d\n", Version)
	for _, folder := range append(append([]fs.FS{}, k.Lexicons...), k.Rules...) {
		err := fs.WalkDir(folder, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(folder, path)
			fmt.Fprintf(h, "%s %d\n", path, len(data))
			h.Write(data)
			return err
		})
		if err != nil {
			return fmt.Errorf("reading lexicon and rules: %w", err)
		}
	}
	h.Sum(p.lore[:0])
	return nil
}

// fingerprint tells by what records were read: lexicon, rules and corrections.
func fingerprint(lore [sha256.Size]byte, corrections []correction.File) string {
	h := sha256.New()
	h.Write(lore[:])
	for _, f := range corrections {
		fmt.Fprintf(h, "corrections %d\n", len(f.Data))
		h.Write(f.Data)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// Read reads one record from r; name is its file name, which may tell the symbol.
func (p *Pipeline) Read(name string, r io.Reader) (*resolve.Resolution, error) {
	found, _, err := p.readAs(name, r, sidecar.Meta{})
	return found, err
}

// MaxParagraphs is more than any record has; a text with more is refused.
const MaxParagraphs = 5000

// ErrTooManyParagraphs says that a text has more than MaxParagraphs.
var ErrTooManyParagraphs = errors.New("more paragraphs than a summary record has")

// readAs reads one record of which meta is known beside its text. The note says
// what had to be mended in the file or which program read it, "" for nothing.
func (p *Pipeline) readAs(name string, r io.Reader, meta sidecar.Meta) (found *resolve.Resolution, note string, err error) {
	doc, err := reader.Read(name, r, p.Reader)
	if err != nil {
		return nil, "", err
	}
	switch {
	case doc.Program != "":
		note = "its own text is not legible; it was read by " + doc.Program
	case doc.Repaired > 0:
		note = fmt.Sprintf("%d bytes were no UTF-8 and were read as Windows-1252", doc.Repaired)
	}
	rec, err := parse.Parse(doc, parse.Options{Symbol: meta.Symbol, Date: meta.Date})
	if err != nil {
		return nil, note, err
	}
	if n := len(rec.Paragraphs); n > MaxParagraphs {
		return nil, note, fmt.Errorf("parse %s: %w: %d", name, ErrTooManyParagraphs, n)
	}
	x := p.extractors.Get().(*extract.Extractor)
	found = p.resolver.Resolve(rec, x.Record(rec))
	p.extractors.Put(x) // but not after a panic, when it may be half done
	p.corrections.Apply(found, p.lexicon)
	return found, note, nil
}
