package correction

import (
	"sync/atomic"

	"rapporteur/internal/resolve"
)

// A Ledger applies a set to one record after the other and knows which of its
// entries never matched. It may be used by several goroutines.
type Ledger struct {
	set     *Set
	matched []atomic.Bool // by index of the entries
}

// NewLedger returns a Ledger of a set that was not applied yet.
func NewLedger(s *Set) *Ledger {
	return &Ledger{set: s, matched: make([]atomic.Bool, len(s.Entries()))}
}

// Apply is [Set.Apply], and remembers what matched.
func (l *Ledger) Apply(res *resolve.Resolution, lex Lexicon) {
	for _, i := range l.set.Apply(res, lex) {
		l.matched[i].Store(true)
	}
}

// Unmatched returns the entries that matched nothing so far, in the order of the
// files.
func (l *Ledger) Unmatched() []*Entry {
	var out []*Entry
	for i, e := range l.set.Entries() {
		if !l.matched[i].Load() {
			out = append(out, e)
		}
	}
	return out
}
