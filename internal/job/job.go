// Package job does work one piece at a time while others watch how it goes: a
// queue of bounded length, what became of each job and of each file in it, and
// the events of a job, which can be read again from any of them.
//
//	queue := job.New(job.Options{Now: time.Now})
//	j, err := queue.Add("ingest", 3, func(ctx context.Context, r *job.Report) error { … })
//
// Jobs are in memory: after a restart none is known.
package job

import (
	"context"
	"errors"
	"time"
)

// Errors of this package.
var (
	// ErrFull: as many jobs wait as may.
	ErrFull = errors.New("too many jobs wait already")
	// ErrClosed: the queue takes no more jobs, as the program is about to end.
	ErrClosed = errors.New("no more jobs are taken")
	// ErrNotFound: there is no such job, or it ended long ago.
	ErrNotFound = errors.New("no such job")
	// ErrCancelled is why a job that was called off ended.
	ErrCancelled = errors.New("the job was called off")
	// ErrTime is why a job that ran too long ended.
	ErrTime = errors.New("the job ran longer than one may")
)

// A State is how far a job is.
type State string

// The states, in their order; a job ends in one of the last three.
const (
	Waiting   State = "waiting"
	Running   State = "running"
	Done      State = "done"
	Failed    State = "failed"    // nothing of it was done
	Cancelled State = "cancelled" // nothing of it was done
)

// Ended reports whether nothing more comes.
func (s State) Ended() bool { return s == Done || s == Failed || s == Cancelled }

// A Job is a job at one moment.
type Job struct {
	ID      string     `json:"id"`
	Kind    string     `json:"kind"` // what it does: "ingest"
	State   State      `json:"state"`
	Created time.Time  `json:"created"`
	Started *time.Time `json:"started,omitempty"`
	Ended   *time.Time `json:"ended,omitempty"`
	Files   int        `json:"files"`           // how many it is about, 0 while that is not known
	Done    int        `json:"done"`            // how many of them are done with
	Error   string     `json:"error,omitempty"` // why it failed, for people

	Results []Result       `json:"results"` // of the files that are done with, in their order
	Notes   []string       `json:"notes"`   // what else a reader should know
	Counts  map[string]int `json:"counts"`  // of results by outcome
}

// A Result is what became of one file.
type Result struct {
	File       string   `json:"file"`
	Outcome    string   `json:"outcome"`          // "added"
	Symbol     string   `json:"symbol,omitempty"` // of the record
	Error      string   `json:"error,omitempty"`  // of a file that failed
	Note       string   `json:"note,omitempty"`
	Paragraphs int      `json:"paragraphs"`
	Spoken     int      `json:"spoken"`   // paragraphs with a known speaker
	Mentions   int      `json:"mentions"` // of entities
	Unresolved int      `json:"unresolved"`
	Residue    int      `json:"residue"`           // lines that no rule claimed
	Refused    []string `json:"refused,omitempty"` // facts that the schema forbids
}

// An Event is a change of a job.
type Event struct {
	ID   int    // from 1, one more for each
	Type string // "state" with a Job without results, "result" with a Result
	Data any
}

// A Work does a job. It reports as it goes, heeds ctx, and leaves nothing half
// done: an error means that nothing was. Text of the error is shown to people.
type Work func(ctx context.Context, r *Report) error

// Options are how a queue works. A zero field but Now means its default.
type Options struct {
	Now     func() time.Time // the clock
	Waiting int              // jobs that may wait; default 8
	Kept    int              // ended jobs that are still known; default 100
	Time    time.Duration    // that a job may run; default 30 minutes
	// Explain words the error of a job for people; the default is the error's text.
	Explain func(error) string
}

func (o Options) orDefaults() Options {
	if o.Waiting <= 0 {
		o.Waiting = 8
	}
	if o.Kept <= 0 {
		o.Kept = 100
	}
	if o.Time <= 0 {
		o.Time = 30 * time.Minute
	}
	if o.Explain == nil {
		o.Explain = error.Error
	}
	return o
}
