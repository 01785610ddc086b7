package curation

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/internal/job"
	"rapporteur/internal/library"
	"rapporteur/internal/pipeline"
)

// transact reads sources into the graph in one transaction.
func (d *Desk) transact(ctx context.Context, p *pipeline.Pipeline, sources []pipeline.Source, done func(pipeline.Result)) error {
	return d.parts.Store.Batch(ctx, func(b *store.Batch) error {
		return p.Ingest(ctx, sources, batchStore{b, d.parts.Library}, done)
	})
}

// A batchStore is a batch and a library as the pipeline wants them.
type batchStore struct {
	*store.Batch
	*library.Library
}

func (b batchStore) Replace(ctx context.Context, record graph.ID, quads []quad.Quad) error {
	_, err := b.Batch.Replace(ctx, record, quads)
	return err
}

// A taking reports what becomes of files.
type taking struct {
	report           *job.Report
	log              *slog.Logger
	places           *strings.Replacer // leaves out where on the server's disk a file lies
	failed, replaced int
	became           func(pipeline.Outcome)
}

// taking reports on files in a folder, "" for none.
func (d *Desk) taking(r *job.Report, folder string) *taking {
	var places []string
	for _, dir := range []string{folder, d.parts.Store.Folder()} {
		if dir != "" {
			places = append(places, dir+string(filepath.Separator), "")
		}
	}
	return &taking{report: r, log: d.options.Log, places: strings.NewReplacer(places...), became: d.parts.Became}
}

func (t *taking) done(r pipeline.Result) {
	switch r.Outcome {
	case pipeline.Failed:
		t.failed++
	case pipeline.Replaced:
		t.replaced++
	}
	if fault, ok := errors.AsType[*pipeline.Fault](r.Err); ok {
		t.log.Error("panic", "file", t.places.Replace(r.Path), "panic", fault.Panic, "stack", fault.Stack)
	}
	if t.became != nil {
		t.became(r.Outcome)
	}
	t.report.Result(t.result(r))
}

func (t *taking) result(r pipeline.Result) job.Result {
	out := job.Result{File: t.places.Replace(r.Path), Outcome: string(r.Outcome), Symbol: r.Symbol, Note: t.places.Replace(r.Note),
		Paragraphs: r.Paragraphs, Spoken: r.Spoken, Mentions: r.Mentions, Unresolved: r.Unresolved, Residue: r.Residue}
	if r.Err != nil {
		out.Error = t.places.Replace(r.Err.Error())
	}
	for _, err := range r.Refused {
		out.Refused = append(out.Refused, t.places.Replace(err.Error()))
	}
	return out
}
