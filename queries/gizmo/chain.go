package gizmo

import "slices"

// A chain is a path: steps that a row takes in order, from all nodes of the
// graph or, as a morphism, from wherever it is followed. It does not change once
// built; what extends it copies.
type chain struct {
	steps []step
	tags  []int // slots that the steps may fill, in order of appearance
	size  int   // steps after writing out, with those of paths within
	// The label context in force at the end, which the next step takes over.
	labels    *nodeSet
	labelTags []int
}

// A step is one element of a path.
type step interface {
	// bind prepares the step for one run of its chain: rows that enter the
	// returned stage leave through next.
	bind(r *run, c *cut, next stage) (stage, error)
	// reversed returns the step for walking the chain backwards, or false.
	reversed() (step, bool)
}

// with returns c followed by a step that fills the given slots and counts for
// the steps of the paths within it.
func (c *chain) with(s step, tags []int, within ...*chain) *chain {
	out := *c
	out.steps = append(slices.Clip(c.steps), s)
	out.tags = union(c.tags, tags)
	out.size++
	for _, w := range within {
		out.size += w.size
	}
	return &out
}

// follow returns c followed by the steps of m, which take over c's label context
// where m sets none.
func (c *chain) follow(m *chain) *chain {
	out := *c
	out.steps = append(slices.Clip(c.steps), inContext(m.steps, c.labels, c.labelTags)...)
	out.tags = union(c.tags, union(c.labelTags, m.tags))
	out.size += m.size
	return &out
}

// inContext returns steps with a label context for those that have none.
func inContext(steps []step, labels *nodeSet, tags []int) []step {
	if labels == nil {
		return steps
	}
	out := make([]step, len(steps))
	for i, s := range steps {
		switch s := s.(type) {
		case hop:
			if s.labels == nil {
				s.labels, s.labelTags = labels, union(s.labelTags, tags)
			}
			out[i] = s
		case branch:
			out[i] = branch{inContext(s.steps, labels, tags)}
		case recursion:
			s.steps = inContext(s.steps, labels, tags)
			out[i] = s
		default:
			out[i] = s
		}
	}
	return out
}

// reverse returns the steps of c backwards, or the step that has no reverse.
func (c *chain) reverse() (*chain, step) {
	out := *c
	out.steps = make([]step, 0, len(c.steps))
	for _, s := range slices.Backward(c.steps) {
		back, ok := s.reversed()
		if !ok {
			return nil, s
		}
		out.steps = append(out.steps, back)
	}
	return &out, nil
}

// back returns c continued from where it was tagged with slot: what came after
// the tag must still hold, once for every way in which it does.
func (c *chain) back(slot int) (*chain, bool) {
	for i, s := range slices.Backward(c.steps) {
		if t, ok := s.(tag); ok && slices.Contains(t.slots, slot) {
			out := *c
			out.steps = slices.Clone(c.steps[:i+1])
			if rest := c.steps[i+1:]; len(rest) > 0 {
				out.steps = append(out.steps, branch{slices.Clone(rest)})
			}
			return &out, true
		}
	}
	return nil, false
}

// restart returns c continued from where it starts, as back does from a tag.
func (c *chain) restart() *chain {
	start := 0
	if len(c.steps) > 0 {
		if _, named := c.steps[0].(nodes); named {
			start = 1
		}
	}
	out := *c
	out.steps = slices.Clone(c.steps[:start])
	if rest := c.steps[start:]; len(rest) > 0 {
		out.steps = append(out.steps, branch{slices.Clone(rest)})
	}
	return &out
}

// stays reports whether no step moves on to another node, so that the chain is
// a condition on the node it starts from.
func (c *chain) stays() bool {
	for _, s := range c.steps {
		switch s := s.(type) {
		case hop:
			if !s.stay {
				return false
			}
		case tag, nodes, sieve, join, except, branch:
		default:
			return false
		}
	}
	return true
}

// union returns a and what b adds to it, without changing either.
func union(a, b []int) []int {
	out := slices.Clip(a)
	for _, x := range b {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}
