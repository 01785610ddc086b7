package graph

import "github.com/cayleygraph/quad"

// A View is the graph as it stood at one moment, for reading it without holding
// it in memory. It is for one goroutine; calls may be nested in each other's
// yield. What yield returns as an error ends the call, which returns it.
type View interface {
	// Match calls yield for every quad that has the pattern's terms, where nil
	// stands for any, in no particular order.
	Match(pattern quad.Quad, yield func(quad.Quad) error) error
	// Subjects calls yield for everything that quads have as their subject, in the
	// order of canonical N-Quads.
	Subjects(yield func(subject quad.IRI) error) error
}
