package curation

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"time"

	"github.com/goccy/go-yaml"

	"rapporteur/internal/correction"
	"rapporteur/internal/job"
	"rapporteur/internal/pipeline"
)

// A Correction is an entry that holds.
type Correction struct {
	ID    string           `json:"id"`    // the same for the same decision
	Own   bool             `json:"own"`   // made here, so it can be withdrawn here
	Place string           `json:"place"` // the file and line where it stands
	Entry correction.Entry `json:"entry"`
}

// digest identifies an entry by what it says.
func digest(e correction.Entry) string {
	data, _ := json.Marshal(e) // of texts only
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

// corrected is what records are read with.
type corrected struct {
	pipeline *pipeline.Pipeline  // with all corrections
	own      []*correction.Entry // those of the program's own file, with their places
}

// load reads the program's own corrections.
func (d *Desk) load() error {
	files, err := Own(d.parts.Store.Folder())
	if err == nil {
		d.now, err = d.with(files...)
	}
	return err
}

// with returns what records are read with where these are the program's own
// corrections.
func (d *Desk) with(files ...correction.File) (corrected, error) {
	own, err := correction.Load(d.parts.Schema, files...)
	if err != nil {
		return corrected{}, fmt.Errorf("loading corrections: %w", err)
	}
	p, err := d.parts.Pipeline.With(append(slices.Clone(d.parts.Written), files...)...)
	return corrected{p, own.Entries()}, err
}

// withEntries is with for entries that are in no file yet.
func (d *Desk) withEntries(own []*correction.Entry) (corrected, error) {
	if len(own) == 0 {
		return d.with()
	}
	data, err := marshal(own)
	if err != nil {
		return corrected{}, err
	}
	c, err := d.with(correction.File{Name: CorrectionsFile, Data: data})
	if err != nil {
		return c, fmt.Errorf("%w: %w", ErrConflict, errors.Unwrap(err))
	}
	return c, nil
}

// current is what records are read with now.
func (d *Desk) current() corrected {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.now
}

// Corrections returns all that hold: those that people wrote, then those made
// here, each in the order of its file.
func (d *Desk) Corrections() ([]Correction, error) {
	written, err := correction.Load(d.parts.Schema, d.parts.Written...)
	if err != nil {
		return nil, fmt.Errorf("loading corrections: %w", err)
	}
	out := []Correction{}
	for _, e := range written.Entries() {
		out = append(out, Correction{digest(*e), false, e.Place(), *e})
	}
	for _, e := range d.current().own {
		out = append(out, Correction{digest(*e), true, e.Place(), *e})
	}
	return out, nil
}

// Correct adds a correction and reads again what it touches, as a job. An entry
// without a date is of today. The error is a [*Mistake], ErrConflict, job.ErrFull
// or job.ErrClosed.
func (d *Desk) Correct(e correction.Entry) (Correction, job.Job, error) {
	if e.Date == "" {
		e.Date = d.options.Now().UTC().Format(time.DateOnly)
	}
	if err := d.checkAlone(e); err != nil {
		return Correction{}, job.Job{}, err
	}
	if _, err := d.withEntries(append(slices.Clone(d.current().own), &e)); err != nil {
		return Correction{}, job.Job{}, err
	}
	j, err := d.add("correct", 0, func(ctx context.Context, r *job.Report) error {
		return d.change(ctx, r, append(slices.Clone(d.current().own), &e), e)
	}, nil)
	return Correction{ID: digest(e), Own: true, Place: CorrectionsFile, Entry: e}, j, err
}

// Withdraw removes a correction that was made here and reads again what it
// touched, as a job. The error is ErrNoCorrection, ErrWritten, job.ErrFull or
// job.ErrClosed.
func (d *Desk) Withdraw(id string) (job.Job, error) {
	all, err := d.Corrections()
	if err != nil {
		return job.Job{}, err
	}
	at := slices.IndexFunc(all, func(c Correction) bool { return c.ID == id && c.Own })
	switch {
	case at >= 0:
	case slices.ContainsFunc(all, func(c Correction) bool { return c.ID == id }):
		return job.Job{}, ErrWritten
	default:
		return job.Job{}, ErrNoCorrection
	}
	entry := all[at].Entry
	return d.add("withdraw", 0, func(ctx context.Context, r *job.Report) error {
		own := slices.Clone(d.current().own)
		at := slices.IndexFunc(own, func(e *correction.Entry) bool { return digest(*e) == id })
		if at < 0 {
			return ErrNoCorrection
		}
		return d.change(ctx, r, slices.Delete(own, at, at+1), entry)
	}, nil)
}

// placeRE matches the place before a message about a correction.
var placeRE = regexp.MustCompile(`^the correction:\d+: `)

// checkAlone says what is wrong with an entry by itself.
func (d *Desk) checkAlone(e correction.Entry) error {
	data, err := yaml.Marshal([]correction.Entry{e})
	if err != nil {
		return &Mistake{err}
	}
	if _, err := correction.Load(d.parts.Schema, correction.File{Name: "the correction", Data: data}); err != nil {
		return &Mistake{fmt.Errorf("%s", placeRE.ReplaceAllString(err.Error(), ""))}
	}
	return nil
}
