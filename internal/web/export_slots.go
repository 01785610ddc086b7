package web

import "sync"

// An exporting shares out slots among the exports under way.
// One client holds half of them at most, so that it leaves some to others.
type exporting struct {
	slots int

	mu   sync.Mutex
	held map[string]int // by client
	all  int
}

func newExporting(slots int) *exporting {
	return &exporting{slots: slots, held: make(map[string]int)}
}

// enter takes a slot for a client, if there is one for it, until leave is called.
func (e *exporting) enter(client string) (leave func(), ok bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.all >= e.slots || e.held[client] >= (e.slots+1)/2 {
		return nil, false
	}
	e.all++
	e.held[client]++
	return func() { e.leave(client) }, true
}

func (e *exporting) leave(client string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.all--
	if e.held[client]--; e.held[client] == 0 {
		delete(e.held, client)
	}
}
