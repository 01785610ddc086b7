package web

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/correction"
	"rapporteur/internal/curation"
	"rapporteur/internal/job"
	"rapporteur/internal/review"
)

// A Writer changes the graph, by jobs. [curation.Desk] is one.
type Writer interface {
	NewUpload() (*curation.Upload, error)
	Ingest(*curation.Upload) (job.Job, error)
	Delete(ctx context.Context, symbol string) (job.Job, error)

	Corrections() ([]curation.Correction, error)
	Correct(correction.Entry) (curation.Correction, job.Job, error)
	Withdraw(id string) (job.Job, error)
	Review(ctx context.Context) (*review.Report, error)

	Jobs() *job.Queue
}

// writingErrors are the rows of statuses for those who write.
var writingErrors = []failure{
	{is(errWritingOff), http.StatusForbidden, ""},
	{is(errUnauthorized), http.StatusUnauthorized, ""},
	{is(errAttempts), http.StatusTooManyRequests, ""},
	{is(errUploadMedia), http.StatusUnsupportedMediaType, ""},
	{is(errEntryMedia), http.StatusUnsupportedMediaType, ""},
	{is(curation.ErrBusy), http.StatusServiceUnavailable, ""},
	{is(job.ErrFull), http.StatusServiceUnavailable, "too many jobs wait already; try again when one has ended"},
	{is(job.ErrClosed), http.StatusServiceUnavailable, "the server is about to end"},
	{is(curation.ErrNoRoom), http.StatusInsufficientStorage, "there is no room left on the disk of the server"},
	{is(curation.ErrTooLarge), http.StatusRequestEntityTooLarge, ""},
	{is(curation.ErrTooMany), http.StatusRequestEntityTooLarge, ""},
	{is(curation.ErrName), http.StatusBadRequest, ""},
	{is(curation.ErrNoFile), http.StatusBadRequest, ""},
	{as[*curation.Mistake], http.StatusBadRequest, ""},
	{is(curation.ErrConflict), http.StatusConflict, ""},
	{is(curation.ErrWritten), http.StatusConflict, ""},
	{is(curation.ErrNoRecord), http.StatusNotFound, ""},
	{is(curation.ErrNoCorrection), http.StatusNotFound, ""},
	{is(job.ErrNotFound), http.StatusNotFound, "there is no such job, or it ended long ago"},
}

func (s *site) routeWriting(r router) {
	r.get("/api/v1/session", bare(s.session))
	r.own(http.MethodPost, "/api/v1/records", s.admin(s.uploadRecords))
	r.own(http.MethodDelete, "/api/v1/records/*symbol", s.admin(bare(s.deleteRecord)))

	r.get("/api/v1/jobs", s.admin(bare(s.listJobs)))
	r.get("/api/v1/jobs/:id", s.admin(bare(s.showJob)))
	r.own(http.MethodGet, "/api/v1/jobs/:id/events", s.admin(s.jobEvents))
	r.own(http.MethodDelete, "/api/v1/jobs/:id", s.admin(bare(s.cancelJob)))

	r.get("/api/v1/corrections", s.admin(bare(s.listCorrections)))
	r.own(http.MethodPost, "/api/v1/corrections", s.admin(bare(s.addCorrection)))
	r.own(http.MethodDelete, "/api/v1/corrections/:id", s.admin(bare(s.withdrawCorrection)))
	r.own(http.MethodGet, "/api/v1/review", s.admin(s.review))
}

// own adds a route that sets the deadlines and the size of its requests itself. One
// for GET takes HEAD as well.
func (r router) own(method, path string, h handler) {
	r.site.unlimited[method+" "+path] = true
	r.engine.Handle(method, path, r.site.answer(h))
	if method == http.MethodGet {
		r.own(http.MethodHead, path, h)
	}
}

// maxWait is how long a client may wait for a job to end.
const maxWait = time.Minute

// accepted answers with a job: at once, or, where the client would rather wait
// ("Prefer: wait=5"), when it has ended or the seconds are over. The status is 200
// for one that has ended and 202 for one that has not.
func (s *site) accepted(c *gin.Context, j job.Job, with func(jobAnswer) any) error {
	if wait := preferredWait(c); wait > 0 {
		_ = http.NewResponseController(c.Writer).SetWriteDeadline(time.Now().Add(wait + sending))
		ctx, cancel := context.WithTimeout(c.Request.Context(), wait)
		defer cancel()
		ended, err := s.writer.Jobs().Wait(ctx, j.ID)
		if err != nil {
			return err
		}
		j = ended
		c.Header("Preference-Applied", "wait="+strconv.Itoa(int(wait/time.Second)))
	}
	status := http.StatusAccepted
	if j.State.Ended() {
		status = http.StatusOK
	}
	answer := jobOf(j)
	c.Header("Location", answer.Links.Self)
	return writeJSON(c, status, with(answer))
}

// plainly is the answer that is the job and no more.
func plainly(j jobAnswer) any { return j }

// preferredWait reads the seconds of "Prefer: wait=5" (RFC 7240), 0 for none.
func preferredWait(c *gin.Context) time.Duration {
	for _, header := range c.Request.Header.Values("Prefer") {
		for preference := range strings.SplitSeq(header, ",") {
			name, value, _ := strings.Cut(strings.TrimSpace(preference), "=")
			if seconds, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && strings.EqualFold(strings.TrimSpace(name), "wait") && seconds > 0 {
				return min(time.Duration(min(seconds, 3600))*time.Second, maxWait)
			}
		}
	}
	return 0
}
