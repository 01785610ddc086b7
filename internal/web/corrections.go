package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/correction"
	"rapporteur/internal/curation"
	"rapporteur/internal/review"
)

var errEntryMedia = errors.New("send the correction as application/json, such as {\"action\": \"reject\", \"id\": \"…\", \"reason\": \"…\"}")

// listCorrections lists the corrections that hold.
func (s *site) listCorrections(c *gin.Context) error {
	all, err := s.writer.Corrections()
	if err != nil {
		return err
	}
	return writeJSON(c, http.StatusOK, map[string]any{"corrections": all})
}

// A correcting is a correction and the job that makes it.
type correcting struct {
	Correction curation.Correction `json:"correction"`
	Job        jobAnswer           `json:"job"`
}

// addCorrection makes a correction, as a job.
func (s *site) addCorrection(c *gin.Context) error {
	entry, err := s.readEntry(c)
	if err != nil {
		return err
	}
	made, j, err := s.writer.Correct(entry)
	if err != nil {
		return err
	}
	return s.accepted(c, j, func(j jobAnswer) any { return correcting{made, j} })
}

// entryTime is how long a client may take to send a correction.
const entryTime = 15 * time.Second

// readEntry reads a correction from the body.
func (s *site) readEntry(c *gin.Context) (e correction.Entry, err error) {
	if media, _, _ := mime.ParseMediaType(c.GetHeader("Content-Type")); media != "application/json" {
		return e, errEntryMedia
	}
	_ = http.NewResponseController(c.Writer).SetReadDeadline(time.Now().Add(entryTime))
	dec := json.NewDecoder(http.MaxBytesReader(c.Writer, c.Request.Body, s.options.Body))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&e); err != nil {
		return e, wrongEntry(err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return e, badRequest{"", errors.New("the body goes on behind the correction; send one at a time")}
	}
	return e, nil
}

// wrongEntry says why a body is no correction; the decoder's own words are about
// Go's types.
func wrongEntry(err error) error {
	if tooLarge, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return tooLarge
	}
	if wrong, ok := errors.AsType[*json.SyntaxError](err); ok {
		return badRequest{"", fmt.Errorf("the body is not JSON from its byte %d on", wrong.Offset)}
	}
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok && wrong.Field != "" {
		return badRequest{wrong.Field, errors.New("it is not a text")}
	}
	return badRequest{"", errors.New("the body is not a correction: an object with action, id, into, to, label, record, paragraph, words, reason and date, each a text")}
}

// withdrawCorrection takes back a correction, as a job.
func (s *site) withdrawCorrection(c *gin.Context) error {
	j, err := s.writer.Withdraw(c.Param("id"))
	if err != nil {
		return err
	}
	return s.accepted(c, j, plainly)
}

// reviewTime is how long looking through a whole store may take.
const reviewTime = time.Minute

// review lists what is likely wrong, each as a correction to send.
func (s *site) review(c *gin.Context) error {
	f, err := parameters(c, "limit")
	if err != nil {
		return err
	}
	limit, err := f.number("limit", defaultPage, 1, maxPage)
	if err != nil {
		return err
	}
	_ = http.NewResponseController(c.Writer).SetWriteDeadline(time.Now().Add(reviewTime + sending))
	ctx, cancel := context.WithTimeout(c.Request.Context(), reviewTime)
	defer cancel()
	report, err := s.writer.Review(ctx)
	if err != nil {
		return err
	}
	return writeJSON(c, http.StatusOK, review.Report{
		Duplicates: first(report.Duplicates, limit), Doubts: first(report.Doubts, limit),
		AllDuplicates: report.AllDuplicates, AllDoubts: report.AllDoubts,
	})
}

func first[T any](list []T, n int) []T { return append([]T{}, list[:min(n, len(list))]...) }
