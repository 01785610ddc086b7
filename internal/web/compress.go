package web

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/klauspost/compress/gzhttp"
)

// compressible are the types of answers that gain by compression. Streams of
// events are not among them: each event goes out when it happens.
var compressible = []string{
	"application/json", "application/ld+json", "application/problem+json", "application/n-quads", "application/xml",
	"application/x-ndjson", "text/csv", "text/css", "text/html", "text/javascript", "text/plain", "text/turtle", "image/svg+xml",
}

// A server answers by the routes of an engine, compressed for clients that take
// gzip unless a handler has done it.
type server struct {
	*gin.Engine
	compressed http.Handler
}

func newServer(engine *gin.Engine) (server, error) {
	// Answers that are kept are compressed by gzip alone; so are all others.
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(1<<10), gzhttp.ContentTypes(compressible), gzhttp.EnableZstd(false))
	if err != nil {
		return server{}, fmt.Errorf("web: compression: %w", err)
	}
	return server{engine, wrap(engine)}, nil
}

// ServeHTTP answers a request.
func (s server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.compressed.ServeHTTP(w, r) }
