package job_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"rapporteur/internal/job"
)

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// open returns a queue that is closed when the test ends.
func open(t *testing.T, opts job.Options) *job.Queue {
	t.Helper()
	opts.Now = time.Now
	q := job.New(opts)
	t.Cleanup(q.Close)
	return q
}

// held is work that goes on until it is let go or called off.
func held() (work job.Work, started <-chan struct{}, let func()) {
	begun, end := make(chan struct{}), make(chan struct{})
	return func(ctx context.Context, r *job.Report) error {
		close(begun)
		select {
		case <-end:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}, begun, sync.OnceFunc(func() { close(end) })
}

func nothing(context.Context, *job.Report) error { return nil }

// end waits for a job and returns its state and error.
func end(t *testing.T, q *job.Queue, j job.Job) string {
	t.Helper()
	j = must(q.Wait(t.Context(), j.ID))(t)
	return string(j.State) + " " + j.Error
}

func TestOutcomes(t *testing.T) {
	q := open(t, job.Options{Explain: func(err error) string { return "because: " + err.Error() }})
	for _, c := range []struct {
		work job.Work
		want string
	}{
		{nothing, "done "},
		{func(context.Context, *job.Report) error { return errors.New("rain") }, "failed because: rain"},
	} {
		if got := end(t, q, must(q.Add("ingest", 0, c.work, nil))(t)); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	j := must(q.Add("ingest", 0, func(context.Context, *job.Report) error { panic("storm") }, nil))(t)
	if j = must(q.Wait(t.Context(), j.ID))(t); j.State != job.Failed {
		t.Errorf("a panic: %+v", j)
	}
}

// Jobs run one at a time in their order, so many wait, and what is dropped is
// dropped once.
func TestQueue(t *testing.T) {
	q := open(t, job.Options{Waiting: 2})
	work, started, let := held()
	first := must(q.Add("a", 0, work, nil))(t)
	<-started
	dropped := make(chan string, 10)
	drop := func(name string) func() { return func() { dropped <- name } }
	second := must(q.Add("b", 0, nothing, drop("second")))(t)
	third := must(q.Add("c", 0, nothing, drop("third")))(t)
	if _, err := q.Add("d", 0, nothing, drop("fourth")); !errors.Is(err, job.ErrFull) || !q.Full() {
		t.Errorf("a fourth: %v", err)
	}
	if j := must(q.Cancel(second.ID))(t); j.State != job.Cancelled {
		t.Errorf("called off while it waits: %+v", j)
	}
	if j := must(q.Get(third.ID))(t); j.State != job.Waiting {
		t.Errorf("third: %+v", j)
	}
	let()
	if got := end(t, q, first) + end(t, q, third); got != "done done " {
		t.Error(got)
	}
	if a, b := <-dropped, <-dropped; a != "second" || b != "third" || len(dropped) > 0 {
		t.Errorf("dropped %s, %s and %d more", a, b, len(dropped))
	}
	var kinds []string
	for _, j := range q.List() {
		kinds = append(kinds, j.Kind)
	}
	if diff := cmp.Diff([]string{"c", "b", "a"}, kinds); diff != "" {
		t.Error(diff)
	}
}

func TestCalledOff(t *testing.T) {
	q := open(t, job.Options{})
	work, started, _ := held()
	j := must(q.Add("a", 0, work, nil))(t)
	<-started
	if _, err := q.Cancel(j.ID); err != nil {
		t.Fatal(err)
	}
	if j = must(q.Wait(t.Context(), j.ID))(t); j.State != job.Cancelled {
		t.Errorf("%+v", j)
	}
	if again := must(q.Cancel(j.ID))(t); again.State != job.Cancelled {
		t.Errorf("again: %+v", again)
	}
	for _, id := range []string{"", "none"} {
		_, err := q.Cancel(id)
		_, _, events := q.Events(t.Context(), id, 0)
		_, get := q.Get(id)
		_, wait := q.Wait(t.Context(), id)
		for _, err := range []error{err, events, get, wait} {
			if !errors.Is(err, job.ErrNotFound) {
				t.Errorf("%q: %v", id, err)
			}
		}
	}
}

func TestTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := job.New(job.Options{Now: time.Now, Time: time.Minute, Explain: func(err error) string { return fmt.Sprint(errors.Is(err, job.ErrTime)) }})
		defer q.Close()
		work, _, _ := held()
		j := must(q.Add("a", 0, work, nil))(t)
		if got := end(t, q, j); got != "failed true" {
			t.Error(got)
		}
	})
}

func TestClose(t *testing.T) {
	q := job.New(job.Options{Now: time.Now})
	work, started, _ := held()
	a := must(q.Add("a", 0, work, nil))(t)
	<-started
	dropped := false
	b := must(q.Add("b", 0, nothing, func() { dropped = true }))(t)
	q.Close()
	q.Close()
	for _, j := range []job.Job{a, b} {
		if j = must(q.Get(j.ID))(t); j.State != job.Cancelled {
			t.Errorf("%+v", j)
		}
	}
	if !dropped {
		t.Error("what waited was not dropped")
	}
	if _, err := q.Add("c", 0, nothing, nil); !errors.Is(err, job.ErrClosed) {
		t.Errorf("after it: %v", err)
	}
	job.New(job.Options{Now: time.Now}).Close()
}

// Events can be read from any of them on, by any number of readers.
func TestEvents(t *testing.T) {
	q := open(t, job.Options{})
	j := must(q.Add("ingest", 1, func(_ context.Context, r *job.Report) error {
		r.Files(2)
		r.Result(job.Result{File: "a", Outcome: "added"})
		r.Result(job.Result{File: "b", Outcome: "failed"})
		r.Note("a note")
		return nil
	}, nil))(t)
	want := []string{"1 state waiting 0", "2 state running 0", "3 state running 0", "4 result a", "5 result b", "6 state done 2"}
	var readers sync.WaitGroup
	for range 3 {
		readers.Go(func() {
			var got []string
			for more := true; more; {
				events, on, err := q.Events(t.Context(), j.ID, len(got))
				if err != nil {
					t.Error(err)
				}
				for _, e := range events {
					got = append(got, show(e))
				}
				more = on
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
	readers.Wait()
	for after, want := range map[int]int{-1: 6, 4: 2, 6: 0, 99: 0} {
		if events, more, err := q.Events(t.Context(), j.ID, after); len(events) != want || more || err != nil {
			t.Errorf("after %d: %d events, %v, %v", after, len(events), more, err)
		}
	}
	j = must(q.Get(j.ID))(t)
	if j.Files != 2 || j.Done != 2 || j.Counts["added"] != 1 || len(j.Results) != 2 || len(j.Notes) != 1 {
		t.Errorf("%+v", j)
	}
}

func show(e job.Event) string {
	switch d := e.Data.(type) {
	case job.Job:
		return fmt.Sprintf("%d %s %s %d", e.ID, e.Type, d.State, d.Done)
	case job.Result:
		return fmt.Sprintf("%d %s %s", e.ID, e.Type, d.File)
	}
	return "?"
}

func TestEventsGivenUp(t *testing.T) {
	q := open(t, job.Options{})
	work, started, let := held()
	defer let()
	j := must(q.Add("a", 0, work, nil))(t)
	<-started
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, more, err := q.Events(ctx, j.ID, 2); !more || !errors.Is(err, context.Canceled) {
		t.Errorf("%v, %v", more, err)
	}
	if j := must(q.Wait(ctx, j.ID))(t); j.State != job.Running {
		t.Errorf("%+v", j)
	}
}

// Only the latest jobs that ended are known.
func TestForgets(t *testing.T) {
	q := open(t, job.Options{Kept: 2})
	var all []job.Job
	for range 5 {
		j := must(q.Add("a", 0, nothing, nil))(t)
		end(t, q, j)
		all = append(all, j)
	}
	if n := len(q.List()); n != 3 { // the last was added before it ended
		t.Errorf("%d are known", n)
	}
	if _, err := q.Get(all[0].ID); !errors.Is(err, job.ErrNotFound) {
		t.Errorf("the first: %v", err)
	}
}
