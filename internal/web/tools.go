package web

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"strings"

	"github.com/gin-gonic/gin"
	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"rapporteur/internal/mcp"
)

// What programs with language models are told of this site.
//
//go:embed llms.txt
var llms []byte

// routeTools serves programs that work with language models: /mcp takes
// messages of the Model Context Protocol by POST, each on its own.
func (s *site) routeTools(r router) {
	r.get("/llms.txt", bare(func(c *gin.Context) error {
		c.Data(http.StatusOK, "text/plain; charset=utf-8", llms)
		return nil
	}))
	r.post("/mcp", bare(s.tools))
}

// newTools returns the handler of /mcp: without sessions, so that a client may
// come back to another process, and with whole answers, so that the deadline of
// a request holds.
func (s *site) newTools(version string) (http.Handler, error) {
	parts := mcp.Parts{Store: s.graph.own(), Queries: s.queries, Names: s.names, Schema: s.schema, Version: version}
	if s.search != nil {
		parts.Search = s.search
	}
	server, err := mcp.New(parts)
	if err != nil {
		return nil, err
	}
	server.AddReceivingMiddleware(withinRequest, s.unbroken)
	return sdk.NewStreamableHTTPHandler(
		func(*http.Request) *sdk.Server { return server },
		&sdk.StreamableHTTPOptions{
			Stateless: true, JSONResponse: true, MaxRequestBodyBytes: s.options.Body,
			DisableLocalhostProtection: true, // tools does it, which knows of proxies
		},
	), nil
}

// requestKey is the key of the context of a request to /mcp.
type requestKey struct{}

// withinRequest ends a call when its request ends: the protocol hands on what a
// context knows, but neither its deadline nor that the client has left.
func withinRequest(next sdk.MethodHandler) sdk.MethodHandler {
	return func(ctx context.Context, method string, r sdk.Request) (sdk.Result, error) {
		if request, ok := ctx.Value(requestKey{}).(context.Context); ok {
			ctx = callContext{request, ctx}
		}
		return next(ctx, method, r)
	}
}

// A callContext ends with a request and knows what the protocol knows.
type callContext struct {
	context.Context
	known context.Context
}

func (c callContext) Value(key any) any { return c.known.Value(key) }

// errTool is what a client is told of a panic.
var errTool = errors.New("the server failed")

// unbroken turns a panic into an error: the protocol is spoken in goroutines of its
// own, where it would end the process.
func (s *site) unbroken(next sdk.MethodHandler) sdk.MethodHandler {
	return func(ctx context.Context, method string, r sdk.Request) (result sdk.Result, err error) {
		defer func() {
			if v := recover(); v != nil {
				s.options.Log.ErrorContext(ctx, "panic", "method", method, "panic", fmt.Sprint(v), "stack", string(debug.Stack()))
				result, err = nil, errTool
			}
		}()
		return next(ctx, method, r)
	}
}

// tools answers a message. What the protocol refuses outright is a problem like
// all others here.
func (s *site) tools(c *gin.Context) error {
	if s.rebound(c.Request) {
		return refusedMessage{http.StatusForbidden, errRebound}
	}
	w := &held{header: http.Header{}, status: http.StatusOK}
	ctx := c.Request.Context()
	s.mcp.ServeHTTP(w, c.Request.WithContext(context.WithValue(ctx, requestKey{}, ctx)))
	media := w.header.Get("Content-Type")
	if w.status >= http.StatusBadRequest && !strings.HasPrefix(media, "application/json") {
		text := strings.TrimSpace(w.body.String())
		if strings.HasPrefix(text, "malformed payload") { // followed by words about Go's types
			text = "the body is no message of JSON-RPC 2.0"
		}
		return refusedMessage{w.status, errors.New(text)}
	}
	for name, values := range w.header {
		c.Writer.Header()[name] = values
	}
	c.Data(w.status, media, w.body.Bytes())
	return nil
}

// A refusedMessage is a request that is no message of the protocol.
type refusedMessage struct {
	status int
	err    error
}

func (r refusedMessage) Error() string { return r.err.Error() }
func (r refusedMessage) Unwrap() error { return r.err }

// held keeps an answer until it is known whether it is a problem.
type held struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (h *held) Header() http.Header         { return h.header }
func (h *held) WriteHeader(status int)      { h.status = status }
func (h *held) Write(p []byte) (int, error) { return h.body.Write(p) }
