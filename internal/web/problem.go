package web

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/names"
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
	Available  []string    `json:"available,omitempty"`  // media types that there are
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
	if refused, ok := errors.AsType[refusedMessage](err); ok {
		p.Status, p.Detail = refused.status, refused.Error()
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
	if n, ok := errors.AsType[notAcceptable](err); ok {
		p.Available = n.available
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

// problem describes what keeps a request from its answer, and logs what is our
// fault.
func (s *site) problem(c *gin.Context, err error) problem {
	p := describe(err)
	s.logFailure(c, p.Status, err)
	p.RequestID = requestID(c)
	if p.Status == http.StatusServiceUnavailable || p.Status == http.StatusTooManyRequests {
		c.Header("Retry-After", "1")
	}
	return p
}

// fail answers with the problem that err is.
func (s *site) fail(c *gin.Context, err error) { writeProblem(c, s.problem(c, err)) }

func writeProblem(c *gin.Context, p problem) {
	if c.Writer.Written() {
		return // too late to say anything else
	}
	c.Header("Cache-Control", "no-store")
	body, _ := json.Marshal(p) // strings and numbers only
	c.Data(p.Status, "application/problem+json", body)
	c.Abort()
}
