package web

import (
	"context"
	"errors"
	"mime"
	"net/http"
	"slices"
	"time"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/export"
	"rapporteur/internal/web/negotiate"
)

// exportPath is where exports are; they have a deadline of their own.
const exportPath = "/api/v1/export"

// Errors of exports.
var (
	errExports    = errors.New("too many exports run at the same time")
	errNoExport   = errors.New("this server exports nothing")
	errLateExport = errors.New("the export ran out of time; select less")
	errHeadOnly   = errors.New("nothing but the headers is wanted")
)

func (s *site) routeExport(r router) {
	r.get(exportPath, s.export)
}

// export answers with the graph, or the part asked for, in a format. It is written
// while it is read: where that fails under way, the connection is cut, so that
// nobody takes a part for the whole.
func (s *site) export(c *gin.Context) error {
	if s.exported == nil {
		return errNoExport
	}
	f, err := parameters(c, "format", "entity", "state", "body", "from", "to")
	if err != nil {
		return err
	}
	format, err := exportFormat(c, f["format"])
	if err != nil {
		return err
	}
	sel, err := s.selection(c.Request.Context(), f)
	if err != nil {
		return err
	}
	leave, ok := s.exports.enter(client(c.Request.Context()))
	if !ok {
		return errExports
	}
	defer leave()
	d := &download{c: c, format: format}
	err = export.Exporter{Store: s.exported, Schema: s.schema}.Write(c.Request.Context(), d, format, sel)
	switch {
	case errors.Is(err, errHeadOnly):
		return nil
	case errors.Is(err, export.ErrNothing):
		return notFound{export.ErrNothing}
	case err != nil && d.began:
		s.logCut(c, err)
		panic(http.ErrAbortHandler)
	case errors.Is(err, context.DeadlineExceeded):
		return errLateExport
	}
	return err
}

// logCut writes down why an export was cut, unless the client went away.
func (s *site) logCut(c *gin.Context, err error) {
	if !errors.Is(err, context.Canceled) {
		s.logFailure(c, http.StatusInternalServerError, err)
	}
}

// exportFormat returns the format that a request names, else what it accepts.
func exportFormat(c *gin.Context, name string) (export.Format, error) {
	if name != "" {
		format, err := export.FormatNamed(name)
		if err != nil {
			return format, badRequest{"format", err}
		}
		return format, nil
	}
	vary(c.Writer.Header())
	chosen, err := accepted(c, ofExports())
	if err != nil {
		return export.Format{}, err
	}
	return export.FormatNamed(chosen.Name)
}

// ofExports are the forms of exports; of those that share a media type, the first.
func ofExports() []negotiate.Form {
	var offers []negotiate.Form
	for _, f := range export.Formats() {
		if !slices.ContainsFunc(offers, func(o negotiate.Form) bool { return o.Media == f.Media }) {
			offers = append(offers, negotiate.Form{Name: f.Name, Media: f.Media, Type: f.Media})
		}
	}
	return offers
}

// selection returns what a request selects.
func (s *site) selection(ctx context.Context, f form) (export.Selection, error) {
	asked := export.Asked{Entity: f["entity"], State: f["state"], Body: f["body"], From: f["from"], To: f["to"]}
	var found export.Namer
	if asked.ByName() {
		index, err := s.names.Latest(ctx)
		if err != nil {
			return export.Selection{}, err
		}
		found = index
	}
	sel, err := asked.Selection(found)
	if wrong, ok := errors.AsType[*export.SelectionError](err); ok {
		return sel, badRequest{wrong.Field, wrong.Err}
	}
	return sel, err
}

// A download sets the headers of a file when its first bytes come, so that what
// fails before can still be told.
type download struct {
	c      *gin.Context
	format export.Format
	began  bool
}

func (d *download) begin() {
	d.began = true
	d.c.Header("Content-Type", d.format.Media)
	d.c.Header("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": "rapporteur" + d.format.Suffix}))
	d.c.Status(http.StatusOK)
}

func (d *download) Write(p []byte) (int, error) {
	if !d.began {
		d.begin()
	}
	if d.c.Request.Method == http.MethodHead {
		return 0, errHeadOnly
	}
	// Who stops reading must not hold a slot, and the state of the store, for long.
	_ = http.NewResponseController(d.c.Writer).SetWriteDeadline(time.Now().Add(sending))
	return d.c.Writer.Write(p)
}
