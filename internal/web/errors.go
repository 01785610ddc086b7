package web

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"rapporteur/internal/answer"
	"rapporteur/internal/cayleyapi"
	"rapporteur/internal/names"
	"rapporteur/internal/reconcile"
	"rapporteur/internal/search"
	"rapporteur/queries"
	"rapporteur/queries/gizmo"
)

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

// unavailable is an error of the store's, whatever the cause; that is for the log.
type unavailable struct{ err error }

func (u unavailable) Error() string { return u.err.Error() }
func (u unavailable) Unwrap() error { return u.err }

// statusClientClosed is logged where the client went away; nobody reads it.
const statusClientClosed = 499

// statuses says with which status an error is answered; the first that fits
// counts, and an error that none fits is internal. Details that are empty are
// the error's own words; the others keep internal words away from the client.
var statuses = slices.Concat(writingErrors, []failure{
	{is(context.Canceled), statusClientClosed, "the request was called off"}, // whatever it waited for
	{as[unavailable], http.StatusServiceUnavailable, "the store does not answer"},

	// The address, the method, the form.
	{is(errNoRoute), http.StatusNotFound, ""},
	{is(errNoMethod), http.StatusMethodNotAllowed, ""},
	{as[notFound], http.StatusNotFound, ""},
	{as[notAcceptable], http.StatusNotAcceptable, ""},
	{is(errMedia), http.StatusUnsupportedMediaType, ""},
	{is(errForm), http.StatusUnsupportedMediaType, ""},
	{as[*http.MaxBytesError], http.StatusRequestEntityTooLarge, "the body is larger than this server takes"},
	{as[badRequest], http.StatusBadRequest, ""},

	// Named questions, things and ways.
	{is(queries.ErrNoQuery), http.StatusNotFound, ""},
	{as[*queries.ArgumentError], http.StatusBadRequest, ""},
	{is(answer.ErrNotFound), http.StatusNotFound, "the record has no paragraph of this number"},
	{is(answer.ErrTooWide), http.StatusUnprocessableEntity, "so much lies between the two that the limits of this server do not allow to look at it; name fewer types with via, or a smaller max"},

	// Ad-hoc queries, and Cayley's API.
	{as[*gizmo.Error], http.StatusBadRequest, ""},
	{is(gizmo.ErrBudget), http.StatusUnprocessableEntity, ""},
	{is(errReadOnly), http.StatusForbidden, ""},
	{is(errNoQuads), http.StatusNotImplemented, ""},
	{is(cayleyapi.ErrTooMany), http.StatusUnprocessableEntity, ""},

	// Searches, reconciliation, exports.
	{is(errNoSearch), http.StatusNotImplemented, ""},
	{is(search.ErrBuilding), http.StatusServiceUnavailable, "the server is still making its search index; try again in a moment"},
	{as[*reconcile.RequestError], http.StatusBadRequest, ""},
	{is(reconcile.ErrBatch), http.StatusRequestEntityTooLarge, ""},
	{is(reconcile.ErrNoEntity), http.StatusNotFound, ""},
	{is(errNoExport), http.StatusNotFound, ""},
	{is(errExports), http.StatusServiceUnavailable, "too many exports run at the same time; try again in a minute"},
	{is(errLateExport), http.StatusGatewayTimeout, ""},

	// Waiting: its errors come with the deadline that ended it, so it goes before that.
	{is(names.ErrReading), http.StatusServiceUnavailable, "the server is still reading the names in its store; try again in a moment"},
	{is(errGreedy), http.StatusTooManyRequests, "too many of your queries wait for their turn; wait for the answers before you ask more"},
	{is(errBusy), http.StatusServiceUnavailable, "too many queries run at the same time; try again in a moment"},
	{is(context.DeadlineExceeded), http.StatusGatewayTimeout, "the query ran out of time; start from a named node, and give In, Out and Has a predicate"},
})

// A failure is a row of statuses.
type failure struct {
	is     func(error) bool
	status int
	detail string
}

func is(target error) func(error) bool {
	return func(err error) bool { return errors.Is(err, target) }
}

func as[T error](err error) bool {
	_, ok := errors.AsType[T](err)
	return ok
}
