package web

import (
	"fmt"
	"net/http"

	"github.com/klauspost/compress/gzhttp"
)

// compressible are the types of answers that gain by compression. Streams of
// events are not among them: each event goes out when it happens.
var compressible = []string{
	"application/json", "application/ld+json", "application/problem+json", "application/n-quads", "application/xml",
	"application/x-ndjson", "application/json+ftm", "application/gexf+xml", "application/graphml+xml", "text/csv", "text/css", "text/html", "text/javascript", "text/plain", "text/turtle", "image/svg+xml",
}

// compressed compresses what a handler answers, for clients that take gzip,
// unless the handler has done it. Answers that are kept are compressed by gzip
// alone; so are all others.
func compressed(h http.Handler) (http.Handler, error) {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(1<<10), gzhttp.ContentTypes(compressible), gzhttp.EnableZstd(false))
	if err != nil {
		return nil, fmt.Errorf("web: compression: %w", err)
	}
	return wrap(h), nil
}
