package web

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"net/http"
	"regexp"
	"runtime/debug"
	"time"

	"github.com/gin-gonic/gin"
)

const requestIDHeader = "X-Request-Id"

// saneID is what a request id from outside may look like.
var saneID = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

// identify gives the request an id: the client's or proxy's, or a new one.
func (s *site) identify(c *gin.Context) {
	id := c.GetHeader(requestIDHeader)
	if !saneID.MatchString(id) {
		id = rand.Text()
	}
	c.Header(requestIDHeader, id)
}

func requestID(c *gin.Context) string { return c.Writer.Header().Get(requestIDHeader) }

// logFailure writes down an error that the client is not told, or that is ours.
func (s *site) logFailure(c *gin.Context, status int, err error) {
	if status >= http.StatusInternalServerError {
		s.options.Log.LogAttrs(c.Request.Context(), slog.LevelError, "request failed",
			slog.String("error", err.Error()), slog.String("request_id", requestID(c)))
	}
}

// recover answers a panic with a problem and logs it with its stack. Where a part of
// the answer is out already, it cuts the connection: what was sent is not the whole.
func (s *site) recover(c *gin.Context) {
	defer func() {
		v := recover()
		if v == nil {
			return
		}
		if v == http.ErrAbortHandler { // net/http's own way to drop a connection
			panic(v)
		}
		s.options.Log.LogAttrs(c.Request.Context(), slog.LevelError, "panic",
			slog.String("panic", fmt.Sprint(v)), slog.String("stack", string(debug.Stack())),
			slog.String("request_id", requestID(c)))
		if c.Writer.Written() {
			panic(http.ErrAbortHandler)
		}
		p := describe(fmt.Errorf("panic: %v", v))
		p.RequestID = requestID(c)
		writeProblem(c, p)
		c.Abort()
	}()
	c.Next()
}

// policy lets pages load nothing but what this server serves as files: no script
// or style within a page, no frame, no form to elsewhere.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// permissions takes from pages what they have no use for.
const permissions = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"

// transport keeps browsers that came by TLS from ever coming without, for a year.
const transport = "max-age=31536000"

// protect sets the headers that keep browsers from doing more than they should.
func protect(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Permissions-Policy", permissions)
	if c.Request.TLS != nil {
		h.Set("Strict-Transport-Security", transport)
	}
	c.Next()
}

// sending is how long a client may take to receive an answer once it is ready.
const sending = 30 * time.Second

// limit sets the deadlines of a request and its answer, and the size of its body,
// unless its route does so itself.
func (s *site) limit(c *gin.Context) {
	if s.unlimited[c.Request.Method+" "+c.FullPath()] {
		c.Next()
		return
	}
	// Instead of the server's deadline for writing, which knows nothing of the time
	// that a query may take. An error says that the writer has none, as in tests.
	timeout := s.options.Timeout
	if c.FullPath() == exportPath {
		timeout = s.options.ExportTimeout
	}
	_ = http.NewResponseController(c.Writer).SetWriteDeadline(time.Now().Add(timeout + sending))
	ctx, cancel := context.WithTimeout(c.Request.Context(), timeout)
	defer cancel()
	c.Request = c.Request.WithContext(withClient(ctx, c.ClientIP()))
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, s.options.Body)
	c.Next()
}
