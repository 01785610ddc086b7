package curation

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"rapporteur/graph/store"
	"rapporteur/internal/archive"
	"rapporteur/internal/collect"
	"rapporteur/internal/job"
	"rapporteur/internal/pipeline"
)

// spoolOf is the folder of uploads: beside the graph, where there is room if
// there is any, and where nobody else reads.
func spoolOf(s *store.Store) string { return filepath.Join(s.Folder(), "uploads") }

// An Upload is files that come in, on disk. It is for one goroutine and is to be
// closed, whether it was given to [Desk.Ingest] or not.
type Upload struct {
	desk  *Desk
	root  *os.Root // its folder, out of which no name leads
	dir   string
	files []string // their names, in their order
	left  int64    // bytes that may still come

	taken bool // by a job, which ends it
	ended sync.Once
}

// NewUpload begins an upload. The error is ErrBusy or job.ErrFull where it is not
// worth sending one now.
func (d *Desk) NewUpload() (*Upload, error) {
	if d.queue.Full() {
		return nil, job.ErrFull
	}
	select {
	case d.slots <- struct{}{}:
	default:
		return nil, ErrBusy
	}
	u, err := d.newUpload()
	if err != nil {
		<-d.slots
		return nil, fmt.Errorf("making room for an upload: %w", err)
	}
	return u, nil
}

func (d *Desk) newUpload() (*Upload, error) {
	if err := os.MkdirAll(d.spool, 0o700); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(d.spool, "")
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return &Upload{desk: d, root: root, dir: dir, left: d.options.Upload}, nil
}

// Add writes a file of the upload. The error is ErrName, ErrTooMany, ErrTooLarge,
// ErrNoRoom, that of r, or that of the file system.
func (u *Upload) Add(name string, r io.Reader) error {
	if err := checkName(name); err != nil {
		return err
	}
	if len(u.files) >= 2*u.desk.options.Files { // each may have one that tells of it
		return ErrTooMany
	}
	f, err := u.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, os.ErrExist) {
		return fmt.Errorf("%w: there are two files %q", ErrName, name)
	}
	if err != nil {
		return err
	}
	n, err := io.Copy(f, io.LimitReader(r, u.left+1))
	if u.left -= n; err == nil && u.left < 0 {
		err = ErrTooLarge
	}
	u.files = append(u.files, name)
	if err = errors.Join(err, f.Close()); err != nil && noRoom(err) {
		err = fmt.Errorf("%w: %w", ErrNoRoom, err)
	}
	return err
}

// checkName refuses what is not the plain name of a file, in any system.
func checkName(name string) error {
	switch {
	case strings.TrimSpace(name) == "":
		return fmt.Errorf("%w: none is given; its ending may matter and so may the symbol in it", ErrName)
	case !utf8.ValidString(name) || strings.ContainsFunc(name, unicode.IsControl):
		return fmt.Errorf("%w: %q is not one line of text in UTF-8", ErrName, name)
	case strings.ContainsAny(name, `/\:`) || strings.HasPrefix(name, ".") || len(name) > 200:
		return fmt.Errorf("%w: %q has a slash, a colon or a dot before it, or is longer than 200 bytes", ErrName, name)
	}
	return nil
}

// Close lets others come in and, unless a job has taken it, removes the upload.
func (u *Upload) Close() error {
	u.ended.Do(func() { <-u.desk.slots })
	if u.taken {
		return nil
	}
	return u.remove()
}

func (u *Upload) remove() error { return errors.Join(u.root.Close(), os.RemoveAll(u.dir)) }

// Ingest reads the records of an upload into the graph, as a job. The error is
// ErrNoFile, job.ErrFull or job.ErrClosed.
func (d *Desk) Ingest(u *Upload) (job.Job, error) {
	if len(u.files) == 0 {
		return job.Job{}, ErrNoFile
	}
	u.taken = true
	j, err := d.add("ingest", 0, func(ctx context.Context, r *job.Report) error { return d.ingest(ctx, u, r) }, func() {
		if err := u.remove(); err != nil {
			d.options.Log.Error("removing an upload", "error", err.Error())
		}
	})
	if err != nil {
		u.taken = false
	}
	return j, err
}

func (d *Desk) ingest(ctx context.Context, u *Upload, r *job.Report) error {
	sources, err := d.sourcesOf(ctx, u)
	if err != nil {
		return err
	}
	r.Files(len(sources))
	took := d.taking(r, u.dir)
	err = d.transact(ctx, d.current().pipeline, sources, took.done)
	if err == nil && took.failed == len(sources) {
		err = ErrNothingRead
	}
	if err != nil || took.replaced > 0 {
		d.sweep(ctx)
	}
	return err
}

// sourcesOf lists the records in an upload, and stops when these are too many.
func (d *Desk) sourcesOf(ctx context.Context, u *Upload) (sources []pipeline.Source, err error) {
	most := archive.Limits{Members: 2*d.options.Files + 100, Total: d.options.Unpacked}
	for _, name := range u.files {
		if strings.HasSuffix(name, ".meta.yaml") {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		sources = append(sources, collect.Sources([]string{filepath.Join(u.dir, name)}, most)...)
		if len(sources) > d.options.Files {
			return nil, fmt.Errorf("%w: %d or more of %d", ErrTooMany, len(sources), d.options.Files)
		}
	}
	if len(sources) == 0 {
		return nil, ErrNothingRead
	}
	return sources, nil
}
