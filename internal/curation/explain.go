package curation

import (
	"errors"
	"slices"
	"strings"
	"syscall"

	"rapporteur/graph/store"
	"rapporteur/internal/job"
)

// Errors of this package, which are for people as they are.
var (
	// ErrBusy: as many uploads come in as may.
	ErrBusy = errors.New("too many uploads come in at the same time; try again in a moment")
	// ErrNothingRead: the upload has no record that can be read.
	ErrNothingRead = errors.New("no record of the upload could be read, so nothing was changed; its results say why")
	// ErrNoFile: the upload has no file.
	ErrNoFile = errors.New("the upload has no file")
	// ErrTooMany: the upload has too many records.
	ErrTooMany = errors.New("the upload has more records than one may have; upload it in parts")
	// ErrTooLarge: the upload has too many bytes.
	ErrTooLarge = errors.New("the upload is larger than one may be; upload it in parts")
	// ErrName: a file of the upload cannot be called this.
	ErrName = errors.New("not the name of a file")
	// ErrNoCorrection: there is no such correction among those made here.
	ErrNoCorrection = errors.New("no such correction")
	// ErrWritten: the correction stands in a file that a person wrote.
	ErrWritten = errors.New("this correction stands in a corrections file that the program does not change; take it out there")
	// ErrNoRecord: the record is not in the graph.
	ErrNoRecord = errors.New("no such record")
	// ErrNoRoom: the disk takes no more of the upload.
	ErrNoRoom = errors.New("there is no room left on the disk")
	// ErrConflict: the correction contradicts another.
	ErrConflict = errors.New("the correction contradicts another")
)

// shown are the errors of jobs whose text is for people; the others are told in
// words of their own.
var shown = []error{ErrNothingRead, ErrTooMany, ErrNoCorrection, ErrNoRecord, ErrConflict}

// explain words why a job did not do what it should.
func explain(err error) string {
	switch {
	case errors.Is(err, job.ErrCancelled):
		return "it was called off; nothing was changed"
	case errors.Is(err, job.ErrTime):
		return "it ran longer than a job may; nothing was changed. Upload fewer records at a time"
	case errors.Is(err, store.ErrPoisoned): // by whatever kept an earlier job from being written
		return "the store takes no more writes, as an earlier one failed; nothing was changed. Start the server again; its log says why"
	case noRoom(err):
		return "there is no room left on the disk of the store; nothing was changed. Make some and start the server again"
	case errors.Is(err, store.ErrDamaged):
		return "the store takes no more writes; nothing was changed. The log of the server says why"
	}
	for _, e := range shown {
		if errors.Is(err, e) {
			return err.Error()
		}
	}
	return "the server failed; nothing was changed. Its log says more"
}

// noRoom reports whether a disk, or the user's share of it, is full. Where the
// store cannot make its file longer it keeps no more than the text of the error.
func noRoom(err error) bool {
	return slices.ContainsFunc([]error{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}, func(full error) bool {
		return strings.Contains(err.Error(), full.Error())
	})
}

// A Mistake is what is wrong with a correction, in words for people.
type Mistake struct{ err error }

func (m *Mistake) Error() string { return m.err.Error() }
func (m *Mistake) Unwrap() error { return m.err }
