package queue_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"testing/synctest"

	"rapporteur/internal/web/queue"
)

// A hall is a queue with people in it who hold their slot until they are told.
type hall struct {
	t      *testing.T
	q      *queue.Queue
	mu     sync.Mutex
	served []string            // names, in the order in which they got a slot
	holds  map[string][]func() // releases of those who hold a slot, by name
	errs   map[string][]error  // of those who got none
}

func newHall(t *testing.T, o queue.Options) *hall {
	return &hall{t: t, q: queue.New(o), holds: map[string][]func(){}, errs: map[string][]error{}}
}

// enter lets one more of a client come in, and returns once it has a slot or waits.
func (h *hall) enter(ctx context.Context, name string) {
	go func() {
		release, err := h.q.Enter(ctx, name)
		h.mu.Lock()
		defer h.mu.Unlock()
		if err != nil {
			h.errs[name] = append(h.errs[name], err)
			return
		}
		h.served = append(h.served, name)
		h.holds[name] = append(h.holds[name], release)
	}()
	synctest.Wait()
}

// leave lets one of a client go who holds a slot.
func (h *hall) leave(name string) {
	h.t.Helper()
	h.mu.Lock()
	if len(h.holds[name]) == 0 {
		h.mu.Unlock()
		h.t.Fatalf("%s holds no slot", name)
	}
	release := h.holds[name][0]
	h.holds[name] = h.holds[name][1:]
	h.mu.Unlock()
	release()
	synctest.Wait()
}

// empty lets everybody go, who came first first, and checks that nobody is left.
func (h *hall) empty() {
	h.t.Helper()
	for i := 0; i < len(h.served); i++ {
		if len(h.holds[h.served[i]]) > 0 {
			h.leave(h.served[i])
		}
	}
	if s := h.q.Stats(); s.Held != 0 || s.Waiting != 0 {
		h.t.Errorf("%+v are left", s)
	}
}

func TestOneGreedyClient(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHall(t, queue.Options{Slots: 1})
		for range 20 {
			h.enter(t.Context(), "greedy")
		}
		h.enter(t.Context(), "modest")
		h.enter(t.Context(), "shy")
		h.leave("greedy") // the slot that it got while nobody else was there
		h.leave("greedy") // its turn came first, as its line was there first
		h.leave("modest")
		h.leave("shy")
		if want := []string{"greedy", "greedy", "modest", "shy", "greedy"}; !slices.Equal(h.served, want) {
			t.Errorf("served %v, want %v", h.served, want)
		}
		h.empty()
	})
}

func TestSlotsAreShared(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHall(t, queue.Options{Slots: 4})
		for range 10 {
			h.enter(t.Context(), "greedy")
		}
		for range 10 {
			h.enter(t.Context(), "late")
		}
		h.leave("greedy")
		h.leave("greedy")
		if len(h.holds["greedy"]) != 2 || len(h.holds["late"]) != 2 {
			t.Errorf("%d and %d slots, want 2 each", len(h.holds["greedy"]), len(h.holds["late"]))
		}
		h.empty()
	})
}

func TestFull(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHall(t, queue.Options{Slots: 1, Waiting: 4, PerClient: 3})
		for range 5 {
			h.enter(t.Context(), "greedy") // one has the slot, three wait, one is too many
		}
		if errs := h.errs["greedy"]; len(errs) != 1 || !errors.Is(errs[0], queue.ErrClientFull) {
			t.Fatalf("got %v, want ErrClientFull", errs)
		}
		h.enter(t.Context(), "a")
		h.enter(t.Context(), "b") // takes a place of the longest line
		if errs := h.errs["greedy"]; len(errs) != 2 || !errors.Is(errs[1], queue.ErrFull) {
			t.Fatalf("got %v, want ErrFull", errs)
		}
		h.enter(t.Context(), "c") // the longest line has two, the same again
		h.enter(t.Context(), "d") // nobody has more than d would have
		if errs := h.errs["d"]; len(errs) != 1 || !errors.Is(errs[0], queue.ErrFull) {
			t.Errorf("got %v, want ErrFull", errs)
		}
		if s := h.q.Stats(); s.Refused != 4 || s.Waiting != 4 {
			t.Errorf("%+v", s)
		}
		h.empty()
	})
}

func TestWhoGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHall(t, queue.Options{Slots: 1})
		h.enter(t.Context(), "a")
		ctx, cancel := context.WithCancel(t.Context())
		h.enter(ctx, "b")
		h.enter(t.Context(), "c")
		cancel()
		synctest.Wait()
		if errs := h.errs["b"]; len(errs) != 1 || !errors.Is(errs[0], context.Canceled) {
			t.Errorf("got %v, want the error of the context", errs)
		}
		h.leave("a")
		if want := []string{"a", "c"}; !slices.Equal(h.served, want) {
			t.Errorf("served %v, want %v", h.served, want)
		}
		h.empty()
	})
}

// TestFairness lets clients come and go at random: no slot is lost or given out twice,
// and while a client without a slot waits, each other client is served once at most.
func TestFairness(t *testing.T) {
	for seed := range uint64(200) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { playAtRandom(t, rand.New(rand.NewPCG(seed, 1))) })
		})
	}
}

func playAtRandom(t *testing.T, random *rand.Rand) {
	slots := 1 + random.IntN(3)
	h := newHall(t, queue.Options{Slots: slots})
	names := []string{"a", "b", "c", "d"}[:2+random.IntN(3)]
	entered := map[string]int{}
	passed := map[string]map[string]int{} // who was served how often while a client waits
	for range 60 {
		if name := names[random.IntN(len(names))]; random.IntN(5) < 3 {
			entered[name]++
			h.enter(t.Context(), name)
		} else if len(h.holds[name]) > 0 {
			before := len(h.served)
			h.leave(name)
			for _, other := range names {
				if len(h.served) > before {
					countPassing(passed, h, other, h.served[before], entered)
				}
			}
		}
		if s := h.q.Stats(); s.Held > slots || s.Waiting > 0 && s.Held < slots {
			t.Fatalf("%+v with %d slots", s, slots)
		}
		for waits, by := range passed {
			for other, n := range by {
				if n > 1 {
					t.Fatalf("%s was served %d times while %s waited", other, n, waits)
				}
			}
		}
	}
	h.empty()
	total := 0
	for _, n := range entered {
		total += n
	}
	if len(h.served) != total {
		t.Errorf("%d served of %d", len(h.served), total)
	}
}

// countPassing counts that another was served while name waits without a slot; it
// starts anew when name has one or nobody of it waits.
func countPassing(passed map[string]map[string]int, h *hall, name, served string, entered map[string]int) {
	got := 0
	for _, s := range h.served {
		if s == name {
			got++
		}
	}
	if len(h.holds[name]) > 0 || entered[name] == got {
		delete(passed, name)
		return
	}
	if passed[name] == nil {
		passed[name] = map[string]int{}
	}
	passed[name][served]++
}
