package web

import (
	"log/slog"
	"runtime"
	"time"

	"rapporteur/queries/gizmo"
)

// Options are how the site is served. A zero field means its default.
type Options struct {
	Log *slog.Logger // a line for each request; default none

	Timeout    time.Duration // for answering a request; default 5 s
	Limits     gizmo.Limits  // of a query: default 10,000 rows, 2,000,000 steps and 8 MB
	Concurrent int           // queries that run at the same time; default twice the processors
	Body       int64         // bytes of a request's body; default 64 KiB

	AdminToken *Token        // lets its owner write, where there is a Writer; nil lets nobody
	UploadTime time.Duration // for an upload to come in; default 10 minutes
}

// Limits of what the API reads on its own for one answer, which may take more
// rows than people read.
const (
	ownRows  = 50_000
	ownBytes = 64 << 20
)

func (o Options) orDefaults() Options {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Timeout <= 0 {
		o.Timeout = 5 * time.Second
	}
	if o.Limits.Rows <= 0 {
		o.Limits.Rows = 10_000
	}
	if o.Limits.Steps <= 0 {
		o.Limits.Steps = 2_000_000
	}
	if o.Limits.Bytes <= 0 {
		o.Limits.Bytes = 8 << 20
	}
	if o.Concurrent <= 0 {
		o.Concurrent = 2 * runtime.GOMAXPROCS(0)
	}
	if o.UploadTime <= 0 {
		o.UploadTime = 10 * time.Minute
	}
	if o.Body <= 0 {
		o.Body = 64 << 10
	}
	return o
}
