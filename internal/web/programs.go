package web

import (
	"sync"

	"rapporteur/queries/gizmo"
)

// maxPrograms bounds the memory for compiled queries: of the longest that there may be
// they take some megabytes.
const maxPrograms = 512

// programs keeps compiled queries by their text, as programs ask the same again and
// again and reading a query takes as long as answering it.
type programs struct {
	mu    sync.RWMutex
	known map[string]*gizmo.Program
}

// compile is gizmo.Compile, without parameters.
func (p *programs) compile(text string) (*gizmo.Program, error) {
	p.mu.RLock()
	program := p.known[text]
	p.mu.RUnlock()
	if program != nil {
		return program, nil
	}
	program, err := gizmo.Compile(text, nil)
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.known == nil || len(p.known) >= maxPrograms {
		p.known = map[string]*gizmo.Program{}
	}
	p.known[text] = program
	return program, nil
}
