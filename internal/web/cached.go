package web

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/answer"
	"rapporteur/internal/names"
	"rapporteur/internal/web/cache"
	"rapporteur/internal/web/negotiate"
)

// A view is what an address answers from the graph.
type view struct {
	key  string // all that the answer depends on beside the graph and its names
	read func(ctx context.Context) (*cache.Answer, error)
}

// key joins what tells one answer from others.
func key(parts ...string) string { return strings.Join(parts, "\x00") }

// show answers with a view of the graph by the names of reader.
func (s *site) show(c *gin.Context, reader answer.Reader, v view) error {
	return s.serve(c, v, func() string { return s.stateWith(reader.Names) })
}

// fixed answers with what the graph has no part in.
func (s *site) fixed(c *gin.Context, v view) error {
	return s.serve(c, v, func() string { return "" })
}

// serve answers with a view: from memory, or with no body where the client has
// the answer already, or by reading it.
//
// The entity tag stands for the version of what the answer is made of: the
// program, the state of the graph and that of the names, which may be a write
// behind. So it is known before the answer is; an answer during which the state
// changed is of no version, and is sent without a tag and not kept. The tag is a
// weak one, as it is the same for every coding.
func (s *site) serve(c *gin.Context, v view, state func() string) error {
	now := state()
	whole := key(s.options.Version, now, v.key)
	known := c.GetHeader("If-None-Match")
	if known != "" && hasTag(known, tagOf(whole)) {
		notModified(c, tagOf(whole))
		return nil
	}
	ctx := c.Request.Context()
	a, err := s.answers.Answer(ctx, whole, func() (*cache.Answer, bool, error) {
		ctx, cancel := apart(ctx)
		defer cancel()
		a, err := v.read(ctx)
		if err != nil || state() != now {
			return a, false, err
		}
		a.Header[entityTag] = tagOf(whole)
		return a, true, nil
	})
	if err != nil {
		return err
	}
	s.answers.Alias(s.words(c, now), whole)
	sendUnlessKnown(c, a)
	return nil
}

// again answers from memory what was asked in the very same words before, without
// reading the question anew.
func (s *site) again(h handler) handler {
	return func(c *gin.Context) error {
		if index, err := s.names.Latest(c.Request.Context()); err == nil {
			if a, ok := s.answers.FindAlias(s.words(c, s.stateWith(index))); ok {
				sendUnlessKnown(c, a)
				return nil
			}
		}
		return h(c)
	}
}

// words are a question as it came, and when.
func (s *site) words(c *gin.Context, state string) string {
	return key(s.options.Version, state, c.Request.URL.Path, c.Request.URL.RawQuery, strings.Join(c.Request.Header["Accept"], ","))
}

// stateWith is the state of the graph and of names from it.
func (s *site) stateWith(index *names.Index) string { return key(s.graph.State(), index.State()) }

func sendUnlessKnown(c *gin.Context, a *cache.Answer) {
	tag, known := a.Header[entityTag], c.GetHeader("If-None-Match")
	if tag != "" && known != "" && (known == "*" || hasTag(known, tag)) {
		notModified(c, tag)
		return
	}
	send(c, a)
}

// apart keeps the deadline of a request and nothing else, for what goes on when
// its client leaves.
func apart(request context.Context) (context.Context, context.CancelFunc) {
	until, limited := request.Deadline()
	if !limited {
		return context.WithCancel(context.WithoutCancel(request))
	}
	return context.WithDeadline(context.WithoutCancel(request), until)
}

// entityTag is the ETag header as http.Header keys it.
const entityTag = "Etag"

// tagOf is the entity tag of a version of an answer.
func tagOf(whole string) string {
	sum := sha256.Sum256([]byte(whole))
	return `W/"` + base64.RawURLEncoding.EncodeToString(sum[:15]) + `"`
}

// hasTag reports whether an If-None-Match header lists a tag. Tags are compared
// as weak ones (RFC 9110, section 13.1.2).
func hasTag(header, tag string) bool {
	tag = strings.TrimPrefix(tag, "W/")
	for one := range strings.SplitSeq(header, ",") {
		if strings.TrimPrefix(strings.TrimSpace(one), "W/") == tag {
			return true
		}
	}
	return false
}

// revalidate lets caches keep an answer and ask whether it still holds: any
// record that is read may change any answer.
const revalidate = "no-cache"

func notModified(c *gin.Context, tag string) {
	h := c.Writer.Header()
	h.Set(entityTag, tag)
	h.Set("Cache-Control", revalidate)
	vary(h)
	c.Status(http.StatusNotModified)
	c.Writer.WriteHeaderNow()
}

// vary says that answers differ by what these headers of a request are.
func vary(h http.Header) {
	h.Add("Vary", "Accept")
}

// send sends an answer, compressed for who takes that.
func send(c *gin.Context, a *cache.Answer) {
	h := c.Writer.Header()
	for name, value := range a.Header {
		h[name] = []string{value}
	}
	h["Cache-Control"] = []string{revalidate}
	vary(h)
	body := a.Body
	if a.Zipped != nil && negotiate.Coding(c.GetHeader("Accept-Encoding"), "gzip") {
		h["Content-Encoding"] = []string{"gzip"}
		body = a.Zipped
	}
	h["Content-Length"] = []string{strconv.Itoa(len(body))}
	c.Status(http.StatusOK)
	_, _ = c.Writer.Write(body) // a client that is gone needs no answer
}

// jsonAnswer is the answer that v is in JSON.
func jsonAnswer(v any) (*cache.Answer, error) {
	body, err := jsonBody(v)
	if err != nil {
		return nil, err
	}
	return newAnswer(asJSON, body), nil
}

func newAnswer(f negotiate.Form, body []byte) *cache.Answer {
	return cache.NewAnswer(map[string]string{"Content-Type": f.Type}, body)
}
