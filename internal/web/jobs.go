package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/job"
)

// A jobAnswer is a job with where to learn more of it.
type jobAnswer struct {
	job.Job
	Links jobLinks `json:"links"`
}

type jobLinks struct {
	Self   string `json:"self"`
	Events string `json:"events"`
}

func jobOf(j job.Job) jobAnswer {
	self := apiPath("jobs", j.ID)
	return jobAnswer{j, jobLinks{self, self + "/events"}}
}

// listJobs lists the jobs that are known, the latest first, without results.
func (s *site) listJobs(c *gin.Context) error {
	jobs := s.writer.Jobs().List()
	out := make([]jobAnswer, len(jobs))
	for i, j := range jobs {
		out[i] = jobOf(j)
	}
	return writeJSON(c, http.StatusOK, map[string]any{"jobs": out})
}

func (s *site) showJob(c *gin.Context) error {
	j, err := s.writer.Jobs().Get(c.Param("id"))
	if err != nil {
		return err
	}
	return writeJSON(c, http.StatusOK, jobOf(j))
}

// cancelJob calls a job off. It is answered when the job has ended or soon will.
func (s *site) cancelJob(c *gin.Context) error {
	j, err := s.writer.Jobs().Cancel(c.Param("id"))
	if err != nil {
		return err
	}
	return s.accepted(c, j, plainly)
}

// beat is how often a stream of events says that it lives, where nothing happens.
const beat = 15 * time.Second

// jobEvents streams the events of a job (text/event-stream) until it has ended.
// A client that was cut off goes on behind the last event it has, by Last-Event-ID
// or after.
func (s *site) jobEvents(c *gin.Context) error {
	f, err := parameters(c, "after")
	if err != nil {
		return err
	}
	if last := c.GetHeader("Last-Event-ID"); last != "" {
		f = form{"after": last}
	}
	after, err := f.number("after", 0, 0, maxOffset)
	if err != nil {
		return err
	}
	id := c.Param("id")
	if _, err := s.writer.Jobs().Get(id); err != nil {
		return err
	}
	c.Header("Content-Type", "text/event-stream")
	c.Header("X-Accel-Buffering", "no") // which would keep events back in a proxy
	c.Status(http.StatusOK)
	if c.Request.Method == http.MethodHead { // whose body nobody reads
		c.Writer.WriteHeaderNow()
		return nil
	}
	s.stream(c, id, after)
	return nil
}

// stream writes events until the job has ended or the client is gone.
func (s *site) stream(c *gin.Context, id string, after int) {
	for more := true; more; {
		events, on, err := s.nextEvents(c.Request.Context(), id, after)
		switch {
		case errors.Is(err, context.DeadlineExceeded):
			err = push(c, []byte(": still there\n\n"))
		case err == nil:
			more, after = on, after+len(events)
			err = push(c, eventStream(events))
		}
		if err != nil {
			return // nobody listens any more, or there is nothing to tell
		}
	}
}

// nextEvents waits a beat for events.
func (s *site) nextEvents(ctx context.Context, id string, after int) ([]job.Event, bool, error) {
	waiting, cancel := context.WithTimeout(ctx, beat)
	defer cancel()
	events, more, err := s.writer.Jobs().Events(waiting, id, after)
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	return events, more, err
}

func eventStream(events []job.Event) []byte {
	var b bytes.Buffer
	for _, e := range events {
		data, _ := json.Marshal(e.Data) // of texts, numbers and times
		fmt.Fprintf(&b, "id: %s\nevent: %s\ndata: %s\n\n", strconv.Itoa(e.ID), e.Type, data)
	}
	return b.Bytes()
}

// push writes a part of a stream and sees it on its way.
func push(c *gin.Context, part []byte) error {
	out := http.NewResponseController(c.Writer)
	_ = out.SetWriteDeadline(time.Now().Add(sending)) // an error says that there is none, as in tests
	if _, err := c.Writer.Write(part); err != nil {
		return err
	}
	return out.Flush()
}
