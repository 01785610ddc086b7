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
	f, err := file(CorrectionsFile, own)
	if err != nil {
		return corrected{}, err
	}
	c, err := d.with(f)
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
	if err := d.check(e); err != nil {
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

// newEntry is the file that an entry stands in for messages, while it is in none.
const newEntry = "the correction"

// placeRE matches its place before a message.
var placeRE = regexp.MustCompile(`^the correction:\d+: `)

// check says what is wrong with a new entry, by itself or beside the others.
func (d *Desk) check(e correction.Entry) error {
	alone, err := file(newEntry, []*correction.Entry{&e})
	if err != nil {
		return &Mistake{err}
	}
	read, err := correction.Load(d.parts.Schema, alone)
	if err != nil {
		return &Mistake{errors.New(placeRE.ReplaceAllString(err.Error(), ""))}
	}
	if all := read.Entries(); len(all) != 1 || digest(*all[0]) != digest(e) {
		return &Mistake{errText}
	}
	others, err := file(CorrectionsFile, d.current().own)
	if err != nil {
		return err
	}
	if _, err := correction.Load(d.parts.Schema, append(slices.Clone(d.parts.Written), others, alone)...); err != nil {
		return fmt.Errorf("%w: %s", ErrConflict, placeRE.ReplaceAllString(err.Error(), ""))
	}
	return nil
}

// errText refuses what the file would give back as another text.
var errText = errors.New("a text of the correction has a character, such as a tab, that the corrections file cannot hold; write it in plain words")

// file is a corrections file of entries.
func file(name string, entries []*correction.Entry) (correction.File, error) {
	data, err := marshal(entries)
	return correction.File{Name: name, Data: data}, err
}
