package pipeline

import (
	"fmt"
	"runtime/debug"
)

// A Fault is a panic while a file was read: a mistake of the program's, which is
// that file's failure and nobody else's.
type Fault struct {
	Panic string // what it said
	Stack string
}

func (*Fault) Error() string {
	return "the program failed on this file, by a mistake of its own; report it with the file"
}

// guarded reads a source; a panic, which in a worker would end the process, is a
// failed reading.
func (p *Pipeline) guarded(s Source) (r reading) {
	defer func() {
		if v := recover(); v != nil {
			r = reading{result: Result{Path: s.Path, Outcome: Failed, Err: &Fault{fmt.Sprint(v), string(debug.Stack())}}}
		}
	}()
	return p.read(s)
}
