package cache_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/klauspost/compress/gzip"

	"rapporteur/internal/web/cache"
)

func body(text string) *cache.Answer { return cache.NewAnswer(nil, []byte(text)) }

// always makes the same answer and counts how often.
func always(a *cache.Answer, made *atomic.Int64) func() (*cache.Answer, bool, error) {
	return func() (*cache.Answer, bool, error) { made.Add(1); return a, true, nil }
}

func TestAnswerIsMadeOnce(t *testing.T) {
	c := cache.New(1 << 20)
	var made atomic.Int64
	for range 3 {
		a, err := c.Answer(t.Context(), "k", always(body("x"), &made))
		if err != nil || string(a.Body) != "x" {
			t.Fatal(a, err)
		}
	}
	if made.Load() != 1 {
		t.Errorf("made %d times", made.Load())
	}
}

// TestTogether lets many ask while the answer is being made.
func TestTogether(t *testing.T) {
	c := cache.New(1 << 20)
	var made atomic.Int64
	begun, release := make(chan struct{}), make(chan struct{})
	slow := func() (*cache.Answer, bool, error) {
		if made.Add(1) == 1 {
			close(begun)
		}
		<-release
		return body("x"), true, nil
	}
	var all sync.WaitGroup
	ask := func() {
		if a, err := c.Answer(t.Context(), "k", slow); err != nil || string(a.Body) != "x" {
			t.Error(a, err)
		}
	}
	all.Go(ask)
	<-begun
	for range 15 {
		all.Go(ask)
	}
	close(release)
	all.Wait()
	if made.Load() != 1 {
		t.Errorf("made %d times", made.Load())
	}
}

func TestWhoLeavesDoesNotSpoilIt(t *testing.T) {
	c := cache.New(1 << 20)
	ctx, leave := context.WithCancel(t.Context())
	begun, release := make(chan struct{}), make(chan struct{})
	left := make(chan error)
	go func() {
		_, err := c.Answer(ctx, "k", func() (*cache.Answer, bool, error) {
			close(begun)
			<-release
			return body("x"), true, nil
		})
		left <- err
	}()
	<-begun
	leave()
	if err := <-left; !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	got := make(chan *cache.Answer)
	go func() {
		a, _ := c.Answer(t.Context(), "k", func() (*cache.Answer, bool, error) { return body("x"), true, nil })
		got <- a
	}()
	close(release)
	if a := <-got; a == nil || string(a.Body) != "x" {
		t.Errorf("%v", a)
	}
}

func TestFailuresAreNotKept(t *testing.T) {
	c := cache.New(1 << 20)
	broken := errors.New("broken")
	if _, err := c.Answer(t.Context(), "k", func() (*cache.Answer, bool, error) { return nil, true, broken }); err != broken {
		t.Errorf("%v", err)
	}
	_, err := c.Answer(t.Context(), "k", func() (*cache.Answer, bool, error) { panic("ouch") })
	if err == nil || !strings.Contains(err.Error(), "ouch") || !strings.Contains(err.Error(), "cache_test.go") {
		t.Errorf("%v does not say what panicked, and where", err)
	}
	if _, err := c.Answer(t.Context(), "k", func() (*cache.Answer, bool, error) { return body("once"), false, nil }); err != nil {
		t.Error(err)
	}
	if a, ok := c.Find("k"); ok {
		t.Errorf("%s is kept", a.Body)
	}
}

// TestBound fills a cache with more than it may hold: what was asked for last
// stays.
func TestBound(t *testing.T) {
	const bytes = 20_000
	c := cache.New(bytes)
	var made atomic.Int64
	key := func(i int) string { return fmt.Sprint("key ", i) }
	for i := range 100 {
		if _, err := c.Answer(t.Context(), key(i), always(&cache.Answer{Body: make([]byte, 1000)}, &made)); err != nil {
			t.Fatal(err)
		}
		c.Find(key(0)) // asked for again and again
	}
	held := 0
	for i := range 100 {
		if _, ok := c.Find(key(i)); ok {
			held++
		}
	}
	if _, ok := c.Find(key(0)); !ok {
		t.Error("what everybody asks for is gone")
	}
	if held < 10 || held*1000 > bytes {
		t.Errorf("%d answers of 1000 bytes are held in %d bytes", held, bytes)
	}
}

func TestLargeAnswersAndNoRoom(t *testing.T) {
	var made atomic.Int64
	for _, bytes := range []int64{0, 4000} {
		c := cache.New(bytes)
		a, err := c.Answer(t.Context(), "k", always(&cache.Answer{Body: make([]byte, 2000)}, &made))
		if err != nil || len(a.Body) != 2000 {
			t.Error(err)
		}
		if _, ok := c.Find("k"); ok {
			t.Errorf("2000 bytes are kept in %d", bytes)
		}
	}
}

func TestZipped(t *testing.T) {
	if a := body("short"); a.Zipped() != nil {
		t.Error("a short body is compressed")
	}
	long := strings.Repeat("The Committee took note. ", 100)
	a := body(long)
	if len(a.Zipped()) == 0 || len(a.Zipped()) >= len(long) {
		t.Fatalf("%d bytes of %d", len(a.Zipped()), len(long))
	}
	r, err := gzip.NewReader(bytes.NewReader(a.Zipped()))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(r); err != nil || string(got) != long {
		t.Errorf("%v, %d bytes", err, len(got))
	}
}

func TestAlias(t *testing.T) {
	c := cache.New(8000)
	var made atomic.Int64
	c.Alias("other", "k")
	if _, ok := c.FindAlias("other"); ok {
		t.Error("an alias of nothing leads somewhere")
	}
	want, err := c.Answer(t.Context(), "k", always(body("x"), &made))
	if err != nil {
		t.Fatal(err)
	}
	c.Alias("other", "k")
	c.Alias(strings.Repeat("long", 1000), "k")
	if a, ok := c.FindAlias("other"); !ok || a != want {
		t.Errorf("%v, %v", a, ok)
	}
	if _, ok := c.FindAlias(strings.Repeat("long", 1000)); ok {
		t.Error("an alias may be as long as it likes")
	}
	for i := range 10 { // put the answer out
		if _, err := c.Answer(t.Context(), fmt.Sprint(i), always(&cache.Answer{Body: make([]byte, 1000)}, &made)); err != nil {
			t.Fatal(err)
		}
	}
	if _, ok := c.FindAlias("other"); ok {
		t.Error("an alias outlives its answer")
	}
}
