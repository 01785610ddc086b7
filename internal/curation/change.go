package curation

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"rapporteur/graph"
	"rapporteur/internal/correction"
	"rapporteur/internal/job"
	"rapporteur/internal/library"
	"rapporteur/internal/pipeline"
)

// change makes own the program's corrections, which differ from those before by
// one entry, and reads again what that entry touches. What is to be read is noted
// first, and the file takes its place last: after a crash the records are read by the
// file that is there when the next desk is made, however far this one came. After an
// error the file is as it was.
func (d *Desk) change(ctx context.Context, r *job.Report, own []*correction.Entry, entry correction.Entry) error {
	next, err := d.withEntries(own)
	if err != nil {
		return err
	}
	before := d.current()
	records, err := d.touched(ctx, entry, slices.Concat(d.written(), before.own), own)
	if err != nil {
		return err
	}
	sources, err := d.kept(ctx, records)
	if err != nil {
		return err
	}
	r.Files(len(sources))
	folder := d.parts.Store.Folder()
	draft, err := newDraft(folder, own)
	if err == nil {
		err = savePending(folder, records)
	}
	if err == nil {
		err = d.transact(ctx, next.pipeline, sources, d.taking(r, "").done)
	}
	if err != nil {
		return errors.Join(err, draft.drop(), donePending(folder))
	}
	if err := draft.place(); err != nil { // what is noted has the records read as before at the next start
		return errors.Join(fmt.Errorf("putting %s in its place: %w", CorrectionsFile, err), draft.drop())
	}
	d.mu.Lock()
	d.now = next
	d.mu.Unlock()
	if err := donePending(folder); err != nil { // the records are read once more at the next start
		d.options.Log.Error("a correction is made and still noted as pending", "error", err.Error())
	}
	if unmatched(next.pipeline, entry) && slices.ContainsFunc(own, func(e *correction.Entry) bool { return digest(*e) == digest(entry) }) {
		r.Note("the correction matched nothing in the records that are there; it holds for those to come")
	}
	return nil
}

// written are the entries that people wrote.
func (d *Desk) written() []*correction.Entry {
	set, err := correction.Load(d.parts.Schema, d.parts.Written...)
	if err != nil {
		return nil // New has loaded them
	}
	return set.Entries()
}

// kept returns the files that records were read from, to be read again.
func (d *Desk) kept(ctx context.Context, records []graph.ID) ([]pipeline.Source, error) {
	hashes, err := d.parts.Store.ContentHashes(ctx)
	var sources []pipeline.Source
	for _, id := range records {
		if hash, ok := hashes[id]; ok {
			sources = append(sources, d.source(id, pipeline.KeyOf(hash)))
		}
	}
	return sources, err
}

func (d *Desk) source(id graph.ID, key string) pipeline.Source {
	return pipeline.Source{Path: id.Name(), File: func() (pipeline.File, error) {
		f, err := d.parts.Library.Get(key)
		if errors.Is(err, library.ErrNotFound) {
			err = errors.New("the file of this record is not kept, so it was not read again; upload it once more and the corrections hold in it")
		}
		return f, err
	}}
}

// unmatched reports whether an entry of a pipeline matched nothing so far.
func unmatched(p *pipeline.Pipeline, entry correction.Entry) bool {
	return slices.ContainsFunc(p.Unmatched(), func(e *correction.Entry) bool { return digest(*e) == digest(entry) })
}

// resume ends a correction that was cut short: its file may be the new one or the
// old one, and the records are read as it says.
func (d *Desk) resume(ctx context.Context) error {
	folder := d.parts.Store.Folder()
	records, found, err := pending(folder)
	if err != nil || !found {
		return err
	}
	sources, err := d.kept(ctx, records)
	if err == nil {
		err = d.transact(ctx, d.now.pipeline, sources, func(pipeline.Result) {})
	}
	if err != nil {
		return err
	}
	return donePending(folder)
}
