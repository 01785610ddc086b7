// Package curation changes a graph while it is served: it takes in records that
// are uploaded, removes records, and corrects what was found. Each is a job of a
// queue, one after the other, and one transaction of the store: readers see the
// graph as it was until all of the job is there, and a job that fails, is called
// off or is cut short by a crash leaves the graph as it was.
//
// In an upload each record is a unit: one that cannot be read is reported and
// does not keep the others out. Only an upload of which nothing can be read fails.
//
// Corrections made here stand in a file of the store's folder, [CorrectionsFile],
// which is the program's own; those of files that people wrote are used beside it
// and never changed. The records that a correction touches are read again at
// once, from the files that the library keeps.
package curation

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"time"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/internal/correction"
	"rapporteur/internal/job"
	"rapporteur/internal/library"
	"rapporteur/internal/pipeline"
	"rapporteur/schema"
)

// Parts are what a desk works with.
type Parts struct {
	Store    *store.Store     // open for writing
	Library  *library.Library // of the store
	Schema   *schema.Schema
	Pipeline *pipeline.Pipeline // which corrections it has does not matter
	Written  []correction.File  // corrections that people wrote
	// Follow brings in step what is made of the graph, such as its names, so that a
	// job that is done is seen everywhere; nil for nothing.
	Follow func(context.Context) error
	// Became is told what became of each file of an upload; nil for nobody.
	Became func(pipeline.Outcome)
}

// Options bound what is taken. A zero field but Now means its default.
type Options struct {
	Now  func() time.Time // the clock
	Log  *slog.Logger     // of failures in their own words; default none
	Jobs job.Options      // but for Now and Explain

	Upload   int64 // bytes of an upload; default 256 MiB
	Unpacked int64 // bytes that an archive in it unpacks to; default 1 GiB
	Files    int   // records in an upload, which take some 2.6 MB of memory each; default 250
	Uploads  int   // that may come in at the same time; default 4
}

func (o Options) orDefaults() Options {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Upload <= 0 {
		o.Upload = 256 << 20
	}
	if o.Unpacked <= 0 {
		o.Unpacked = 1 << 30
	}
	if o.Files <= 0 {
		o.Files = 250
	}
	if o.Uploads <= 0 {
		o.Uploads = 4
	}
	return o
}

// A Desk takes what is to be changed. It is safe for concurrent use.
type Desk struct {
	parts   Parts
	options Options
	queue   *job.Queue
	spool   string        // folder of uploads
	slots   chan struct{} // holds one element for each upload that comes in
	reviews reviews

	mu  sync.Mutex
	now corrected
}

// New returns a desk for a store. It first removes the uploads that an earlier
// process left, and ends a correction that one had begun. Close it before the
// store.
func New(ctx context.Context, parts Parts, opts Options) (*Desk, error) {
	opts = opts.orDefaults()
	opts.Jobs.Now = opts.Now
	opts.Jobs.Explain = explain
	d := &Desk{parts: parts, options: opts, spool: spoolOf(parts.Store), slots: make(chan struct{}, opts.Uploads)}
	if err := os.RemoveAll(d.spool); err != nil {
		return nil, fmt.Errorf("removing old uploads: %w", err)
	}
	if err := tidy(parts.Store.Folder()); err != nil {
		return nil, fmt.Errorf("removing corrections that were not made: %w", err)
	}
	if err := d.load(); err != nil {
		return nil, err
	}
	if err := d.resume(ctx); err != nil {
		return nil, fmt.Errorf("ending a correction that was cut short: %w", err)
	}
	if err := Sweep(ctx, parts.Store, parts.Library); err != nil {
		return nil, err
	}
	d.queue = job.New(opts.Jobs)
	return d, nil
}

// Jobs is the queue of what is under way.
func (d *Desk) Jobs() *job.Queue { return d.queue }

// Close calls off what is under way and returns when it has ended.
func (d *Desk) Close() error {
	d.queue.Close()
	return os.RemoveAll(d.spool)
}

// add puts work into the queue, and its failures into the log.
func (d *Desk) add(kind string, files int, work job.Work, drop func()) (job.Job, error) {
	return d.queue.Add(kind, files, func(ctx context.Context, r *job.Report) error {
		err := work(ctx, r)
		if err != nil {
			d.options.Log.Error("job failed", "kind", kind, "error", err.Error())
			return err
		}
		d.follow(ctx)
		return nil
	}, drop)
}

// follow lets what is made of the graph follow it. That it does not is no failure
// of the job, whose work is done; it will follow later.
func (d *Desk) follow(ctx context.Context) {
	if d.parts.Follow == nil {
		return
	}
	if err := d.parts.Follow(ctx); err != nil {
		d.options.Log.Error("following the graph failed", "error", err.Error())
	}
}

// Delete removes a record, as a job. The error is ErrNoRecord, job.ErrFull or
// job.ErrClosed.
func (d *Desk) Delete(ctx context.Context, symbol string) (job.Job, error) {
	id := graph.RecordID(symbol)
	if _, found, err := d.parts.Store.ContentHash(ctx, id); err != nil || !found {
		if err == nil {
			err = fmt.Errorf("%w: %s", ErrNoRecord, symbol)
		}
		return job.Job{}, err
	}
	return d.add("delete", 1, func(ctx context.Context, r *job.Report) error {
		if _, err := d.parts.Store.Delete(ctx, id); err != nil {
			if errors.Is(err, store.ErrNotFound) { // a job before this one removed it
				err = fmt.Errorf("%w: %s", ErrNoRecord, symbol)
			}
			return err
		}
		r.Result(job.Result{File: symbol, Outcome: "deleted", Symbol: symbol})
		d.sweep(ctx)
		return nil
	}, nil)
}

// sweep removes files that the graph does not speak of any more. That it fails is
// no failure of the job; the next sweep takes them too.
func (d *Desk) sweep(ctx context.Context) {
	if err := Sweep(context.WithoutCancel(ctx), d.parts.Store, d.parts.Library); err != nil {
		d.options.Log.Error("sweep failed", "error", err.Error())
	}
}

// Sweep removes from a library the files that the graph does not speak of. Nothing
// may be written to either meanwhile.
func Sweep(ctx context.Context, s *store.Store, l *library.Library) error {
	hashes, err := s.ContentHashes(ctx)
	if err != nil {
		return fmt.Errorf("sweeping the kept files: %w", err)
	}
	wanted := make(map[string]bool, len(hashes))
	for _, hash := range hashes {
		wanted[pipeline.KeyOf(hash)] = true
	}
	_, err = l.Sweep(func(key string) bool { return wanted[key] })
	return err
}
