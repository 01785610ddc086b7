package web

import (
	"context"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/answer"
	"rapporteur/internal/names"
	"rapporteur/internal/web/cache"
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
	if known := c.GetHeader("If-None-Match"); known != "" && hasTag(known, tagOf(whole)) {
		notModified(c, tagOf(whole))
		return nil
	}
	a, err := s.kept(c.Request.Context(), whole, now, state, v.read)
	if err != nil {
		return err
	}
	s.answers.Alias(s.words(c, now), whole)
	sendUnlessKnown(c, a)
	return nil
}

// kept returns the answer of a version, which read makes where it is not in memory.
func (s *site) kept(ctx context.Context, whole, now string, state func() string, read func(context.Context) (*cache.Answer, error)) (*cache.Answer, error) {
	return s.answers.Answer(ctx, whole, func() (*cache.Answer, bool, error) {
		ctx, cancel := apart(ctx)
		defer cancel()
		a, err := read(ctx)
		if err != nil || state() != now {
			return a, false, err
		}
		a.Header[entityTag] = tagOf(whole)
		return a, true, nil
	})
}

// asked answers an ad-hoc query, which names have no part in. By POST there is
// nothing to be known before, but the answer is the same.
func (s *site) asked(c *gin.Context, v view) error {
	if c.Request.Method != http.MethodPost {
		return s.serve(c, v, s.graph.State)
	}
	now := s.graph.State()
	a, err := s.kept(c.Request.Context(), key(s.options.Version, now, v.key), now, s.graph.State, v.read)
	if err != nil {
		return err
	}
	send(c, a)
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
	if tag := a.Header[entityTag]; tag != "" && isKnown(c, tag) {
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
