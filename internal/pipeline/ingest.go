package pipeline

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/internal/resolve"
	"rapporteur/internal/sidecar"
	"rapporteur/schema"
)

// A Store keeps records. Replace puts a record's quads in the place of those
// it had, as a unit.
type Store interface {
	ContentHash(ctx context.Context, record graph.ID) (hash string, found bool, err error)
	Replace(ctx context.Context, record graph.ID, quads []quad.Quad) error
}

// An Outcome says what became of a file.
type Outcome string

// The outcomes.
const (
	Added     Outcome = "added"
	Replaced  Outcome = "replaced"
	Unchanged Outcome = "unchanged"
	// Duplicate is a file whose record another file of the same run gave already.
	Duplicate Outcome = "duplicate"
	Failed    Outcome = "failed"
)

// A Result is what became of one file.
type Result struct {
	Path    string
	Outcome Outcome
	Symbol  string // "" where none was found
	Err     error  // of a failed file
	Note    string // what a reader of the report should know, "" for nothing

	Paragraphs int
	Spoken     int // paragraphs with a known speaker or office
	Mentions   int
	Unresolved int     // claims that meant nothing that is known
	Refused    []error // statements that the schema forbids, with file and line
	Residue    int     // lines that no rule claimed
	Quads      int
}

// ErrStopped is returned by Ingest when the store refused a write: nothing
// after that is tried.
var ErrStopped = errors.New("ingest stopped")

// Ingest reads the sources, several at a time, and writes them in their order,
// so that the same sources always give the same store. done is told of each
// file in that order. A file that cannot be read is a failed Result and no
// error; a store that cannot be written ends the work. A store that is a [Keeper]
// gets the files as well.
func (p *Pipeline) Ingest(ctx context.Context, sources []Source, store Store, done func(Result)) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := min(runtime.GOMAXPROCS(0), max(1, len(sources)))
	pending := make([]chan reading, len(sources))
	for i := range pending {
		pending[i] = make(chan reading, 1)
	}
	next := make(chan int)
	ahead := make(chan struct{}, 2*workers) // bounds how many files are read and not yet written
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for i := range next {
				pending[i] <- p.guarded(sources[i])
			}
		})
	}
	go func() {
		defer close(next)
		for i := range sources {
			select {
			case ahead <- struct{}{}:
				next <- i
			case <-ctx.Done():
				return
			}
		}
	}()
	defer group.Wait()
	defer cancel()
	run := run{store: store, given: make(map[string]string)}
	for i := range sources {
		select {
		case r := <-pending[i]:
			pending[i] = nil
			result, err := p.write(ctx, r, run)
			<-ahead
			done(result)
			if err != nil {
				return fmt.Errorf("%w at %s: %w", ErrStopped, result.Path, err)
			}
		case <-ctx.Done():
			return fmt.Errorf("%w: %w", ErrStopped, ctx.Err())
		}
	}
	return nil
}

// A run is one call of Ingest.
type run struct {
	store Store
	given map[string]string // symbols of this run, and the files that gave them
}

func (p *Pipeline) write(ctx context.Context, r reading, run run) (Result, error) {
	out := r.result
	if out.Err != nil {
		return out, nil
	}
	rec := r.found.Record
	out.Symbol, out.Paragraphs, out.Residue, out.Unresolved = rec.Header.Symbol, len(rec.Paragraphs), len(rec.Residue), r.found.Unresolved
	for _, para := range r.found.Paragraphs {
		out.Mentions += len(para.Mentions)
		if para.Speaker != nil {
			out.Spoken++
		}
	}
	if out.Symbol == "" {
		out.Err = fmt.Errorf("%w; write it into %s beside the file, as a line such as: symbol: CMW/C/SR.464", ErrNoSymbol, sidecar.Names(rec.Source)[0])
		return out, nil
	}
	if first, twice := run.given[out.Symbol]; twice {
		out.Outcome, out.Note = Duplicate, "the record was read from "+first
		return out, nil
	}
	run.given[out.Symbol] = out.Path
	id := graph.RecordID(rec.Header.Symbol)
	old, found, err := run.store.ContentHash(ctx, id)
	switch {
	case err != nil:
		out.Err = err
		return out, err
	case found && old == r.hash:
		out.Outcome = Unchanged
		return out, nil
	}
	statements := p.statements(r, &out)
	quads, err := graph.Quads(statements)
	if err != nil {
		out.Err = fmt.Errorf("%s: %w", out.Path, err)
		return out, nil
	}
	if k, ok := run.store.(Keeper); ok {
		if err := k.Keep(ctx, r.file); err != nil {
			out.Err = err
			return out, err
		}
	}
	if err := run.store.Replace(ctx, id, quads); err != nil {
		out.Err = err
		return out, err
	}
	out.Outcome, out.Quads = Added, len(quads)
	if found {
		out.Outcome = Replaced
	}
	return out, nil
}

// statements are what was found, without what the schema forbids, which is
// noted in out by file and line.
func (p *Pipeline) statements(r reading, out *Result) []graph.Statement {
	id := graph.RecordID(r.found.Record.Header.Symbol)
	found := append(r.found.Statements(), described(id, r.meta)...)
	found = append(found, links(r.found.Record)...)
	kept, refused := p.check(out.Path, r.found, found)
	out.Refused = refused
	return append(kept, graph.Statement{Subject: id, Predicate: schema.ContentHash, Object: graph.Text(r.hash), Label: id})
}

// Refused returns what the schema forbids among the facts of a record that was
// read from path, each with file and line.
func (p *Pipeline) Refused(path string, found *resolve.Resolution) []error {
	_, refused := p.check(path, found, found.Statements())
	return refused
}

func (p *Pipeline) check(path string, found *resolve.Resolution, statements []graph.Statement) (kept []graph.Statement, refused []error) {
	rec := found.Record
	lines := make(map[graph.ID]int)
	for _, para := range rec.Paragraphs {
		lines[graph.ParagraphID(rec.Header.Symbol, para.Number)] = para.Line
	}
	for _, s := range statements {
		if err := s.Check(p.schema); err != nil {
			refused = append(refused, fmt.Errorf("%s:%d: %w", path, max(1, lines[s.Label]), err))
			continue
		}
		kept = append(kept, s)
	}
	return kept, refused
}
