package web

import (
	"net/netip"
	"sync"
	"time"
)

// How many wrong tokens may come from an address before it has to wait, and how
// long it takes until one of them is forgotten.
const (
	freeAttempts  = 10
	forgetAttempt = 6 * time.Second
	maxAddresses  = 10_000 // that are remembered
)

// attempts count wrong tokens by the network that they came from.
type attempts struct {
	mu   sync.Mutex
	from map[netip.Prefix]attempt
}

// An attempt is how many wrong tokens are not forgotten at a moment.
type attempt struct {
	count float64
	at    time.Time
}

func (a attempt) left(now time.Time) float64 {
	return max(0, a.count-float64(now.Sub(a.at))/float64(forgetAttempt))
}

// wait returns how long the address has to wait before its tokens are looked at.
func (a *attempts) wait(address string, now time.Time) time.Duration {
	a.mu.Lock()
	defer a.mu.Unlock()
	over := a.from[network(address)].left(now) - (freeAttempts - 1)
	return max(0, time.Duration(over*float64(forgetAttempt)))
}

// failed counts a wrong token.
func (a *attempts) failed(address string, now time.Time) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.from == nil {
		a.from = make(map[netip.Prefix]attempt)
	}
	if len(a.from) >= maxAddresses {
		a.forget(now)
	}
	key := network(address)
	a.from[key] = attempt{a.from[key].left(now) + 1, now}
}

// forget makes room: those without wrong tokens go, and if these are none, all.
func (a *attempts) forget(now time.Time) {
	for key, t := range a.from {
		if t.left(now) == 0 {
			delete(a.from, key)
		}
	}
	if len(a.from) >= maxAddresses {
		clear(a.from)
	}
}
