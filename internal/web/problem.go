package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/names"
	"rapporteur/internal/web/answer"
	"rapporteur/queries"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// A problem is an RFC 9457 problem document. Fields after Detail are members
// of our own.
type problem struct {
	Type   string `json:"type"` // always about:blank: the status says the kind
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail,omitempty"`

	Parameter  string      `json:"parameter,omitempty"`  // which one is wrong
	Candidates []candidate `json:"candidates,omitempty"` // what may have been meant
	Line       int         `json:"line,omitempty"`       // where a query is wrong, from 1
	Column     int         `json:"column,omitempty"`
	Construct  string      `json:"construct,omitempty"` // what stands there
	Hint       string      `json:"hint,omitempty"`      // what to write instead
	RequestID  string      `json:"request_id,omitempty"`
}

// A candidate is an entity as searches and problems list it.
type candidate struct {
	ID    string       `json:"id"`
	Label string       `json:"label"`
	Type  schema.Class `json:"type"`
}

func candidates(found []names.Entity) []candidate {
	out := make([]candidate, len(found))
	for i, e := range found {
		out[i] = candidate{e.ID, e.Label, e.Class}
	}
	return out
}

// Errors of requests.
var (
	errNoRoute  = errors.New("there is nothing at this address; the API is listed at /")
	errNoMethod = errors.New("this address does not take the method; see the Allow header")
	errMedia    = errors.New("send the query as application/json, {\"query\": \"…\"}, or as text/plain")
)

// A badRequest is an error of the client's, to be shown in its words.
type badRequest struct {
	parameter string // which is wrong, "" where none is
	err       error
}

func (b badRequest) Error() string { return b.err.Error() }
func (b badRequest) Unwrap() error { return b.err }

// A notFound is an error about the thing that the address names.
type notFound struct{ err error }

func (n notFound) Error() string { return n.err.Error() }
func (n notFound) Unwrap() error { return n.err }

// notReady is what /readyz says; the cause is for the log.
type notReady struct{ err error }

func (n notReady) Error() string { return n.err.Error() }
func (n notReady) Unwrap() error { return n.err }

// statusClientClosed is logged where the client went away; nobody reads it.
const statusClientClosed = 499

// statuses says with which status an error is answered; the first that fits
// counts, and an error that none fits is internal. Details that are empty are
// the error's own words; the others keep internal words away from the client.
var statuses = []struct {
	is     func(error) bool
	status int
	detail string
}{
	{as[notReady], http.StatusServiceUnavailable, "the store does not answer"},
	{is(errNoRoute), http.StatusNotFound, ""},
	{is(errNoMethod), http.StatusMethodNotAllowed, ""},
	{is(queries.ErrNoQuery), http.StatusNotFound, ""},
	{as[notFound], http.StatusNotFound, ""},
	{is(answer.ErrNotFound), http.StatusNotFound, "the record has no paragraph of this number"},
	{is(errMedia), http.StatusUnsupportedMediaType, ""},
	{as[*http.MaxBytesError], http.StatusRequestEntityTooLarge, "the body is larger than this server takes"},
	{as[badRequest], http.StatusBadRequest, ""},
	{as[*queries.ArgumentError], http.StatusBadRequest, ""},
	{as[*gizmo.Error], http.StatusBadRequest, ""},
	{is(errBusy), http.StatusServiceUnavailable, "too many queries run at the same time; try again in a moment"},
	{is(gizmo.ErrBudget), http.StatusUnprocessableEntity, ""},
	{is(context.DeadlineExceeded), http.StatusGatewayTimeout, "the query ran out of time; start from a named node, and give In, Out and Has a predicate"},
	{is(context.Canceled), statusClientClosed, "the request was called off"},
}

func is(target error) func(error) bool {
	return func(err error) bool { return errors.Is(err, target) }
}

func as[T error](err error) bool {
	_, ok := errors.AsType[T](err)
	return ok
}

// describe makes a problem of an error.
func describe(err error) problem {
	p := problem{Type: "about:blank", Status: http.StatusInternalServerError, Detail: "the server failed; its log tells more under this request_id"}
	for _, s := range statuses {
		if s.is(err) {
			p.Status, p.Detail = s.status, s.detail
			if s.detail == "" {
				p.explain(err)
			}
			break
		}
	}
	if p.Title = http.StatusText(p.Status); p.Title == "" {
		p.Title = "Client Closed Request"
	}
	return p
}

// explain adds what the error knows.
func (p *problem) explain(err error) {
	p.Detail = err.Error()
	if bad, ok := errors.AsType[badRequest](err); ok {
		p.Parameter = bad.parameter
	}
	if arg, ok := errors.AsType[*queries.ArgumentError](err); ok {
		p.Parameter, p.Detail = arg.Parameter, arg.Err.Error()
	}
	if a, ok := errors.AsType[*names.AmbiguousError](err); ok {
		p.Candidates = candidates(a.Candidates)
	}
	if u, ok := errors.AsType[*names.UnknownError](err); ok {
		p.Candidates = append(candidates(u.Other), candidates(u.Near)...)
	}
	if g, ok := errors.AsType[*gizmo.Error](err); ok {
		p.Detail, p.Line, p.Column, p.Construct, p.Hint = g.Error(), g.Line, g.Column, g.Construct, g.Hint
	}
}

// fail answers with the problem that err is, and logs what is our fault.
func (s *site) fail(c *gin.Context, err error) {
	p := describe(err)
	s.logFailure(c, p.Status, err)
	p.RequestID = requestID(c)
	writeProblem(c, p)
}

func writeProblem(c *gin.Context, p problem) {
	if c.Writer.Written() {
		return // too late to say anything else
	}
	if p.Status == http.StatusServiceUnavailable {
		c.Header("Retry-After", "1")
	}
	body, _ := json.Marshal(p) // strings and numbers only
	c.Data(p.Status, "application/problem+json", body)
	c.Abort()
}
