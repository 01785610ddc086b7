package boltkv

import (
	"errors"
	"fmt"
	"runtime/debug"

	"go.etcd.io/bbolt"
)

// ErrDamaged says that a page of the file is not what it should be.
var ErrDamaged = errors.New("damaged")

// Open opens a file. Bbolt panics over pages that it cannot make sense of;
// here that is ErrDamaged. The file then stays locked until the program ends.
func Open(path string, opts *bbolt.Options) (db *bbolt.DB, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer catch(&err)
	return bbolt.Open(path, 0o644, opts)
}

// catch turns a panic into ErrDamaged. It stands around calls of bbolt and of
// Cayley's decoding and around nothing else, so that no other fault passes for
// damage.
func catch(err *error) {
	if v := recover(); v != nil {
		*err = fmt.Errorf("%w: %v", ErrDamaged, v)
	}
}

// watch is catch for a session, which remembers the damage: some of Cayley's
// iterators drop the errors below them.
func (s *Session) watch(err *error) {
	if v := recover(); v != nil {
		s.damage = fmt.Errorf("%w: %v", ErrDamaged, v)
		*err = s.damage
	}
}

// Damage returns the damage that the session met in the file, or nil.
func (s *Session) Damage() error { return s.damage }

// touch makes sure that data of the mapped file can be read, where a fault is
// still caught: what a damaged page points to may lie behind the file's end.
func (s *Session) touch(data []byte) {
	if len(data) > 0 {
		s.touched = data[len(data)-1] // kept, as a read without use is left out
	}
}
