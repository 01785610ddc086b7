package web

import (
	"crypto/rand"
	"log/slog"
	"net/netip"
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
	Cache      int64         // bytes of answers kept in memory; default 64 MiB, less than 0 keeps none

	Release string // of the program, as clients are told; "" where it is not known

	// Version of the program and of what it was started with. It is part of every
	// entity tag, so that no tag outlives a change of the answers' form; default
	// one that no other site has.
	Version string
	// Origins of web pages elsewhere that may read the API, such as
	// "https://example.org", or "*" for all; default none.
	Origins []string

	// PublicURL is where clients reach the site, such as "https://records.example.org",
	// for addresses that must be whole; default the host that each request names.
	PublicURL string

	// TrustedProxies are the networks of the proxies before the server, which may say
	// by X-Forwarded-For for whom they ask; default none.
	TrustedProxies []netip.Prefix

	ReadQuads int // quads of one answer of /api/v2/read; default 1,000,000

	// Queries that wait for their turn, of all clients together and of one; more
	// are sent away. The default is that of the queue, 256 and 64.
	Waiting, WaitingOfOne int

	Exports       int           // that run at the same time, half of them of one client; default 2
	ExportTimeout time.Duration // for one export, its download included; default 10 minutes

	AdminToken *Token        // lets its owner write, where there is a Writer; nil lets nobody
	UploadTime time.Duration // for an upload to come in; default 10 minutes
}

// How many times the rows and bytes of an ad-hoc query a named one may read.
const (
	namedRows  = 5
	namedBytes = 8
)

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
	if o.ReadQuads <= 0 {
		o.ReadQuads = 1_000_000
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
	if o.Cache == 0 {
		o.Cache = 64 << 20
	}
	if o.Version == "" {
		o.Version = rand.Text()
	}
	if o.Exports <= 0 {
		o.Exports = 2
	}
	if o.ExportTimeout <= 0 {
		o.ExportTimeout = 10 * time.Minute
	}
	return o
}
