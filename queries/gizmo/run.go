package gizmo

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"

	"rapporteur/graph/store/guard"
)

// Limits are what one run may use. A zero field means its default.
type Limits struct {
	Steps int64 // quads and nodes read and named, and rows joined; default DefaultSteps
	Rows  int   // rows of the result, which is cut there; default DefaultRows
	Bytes int64 // memory for the result and for what must be kept on the way, estimated; default DefaultBytes
	All   int   // rows of each All(), which is cut there; default none but Rows
}

// The defaults of [Limits].
const (
	DefaultSteps = 2_000_000
	DefaultRows  = 10_000
	DefaultBytes = 64 << 20
)

func (l Limits) orDefaults() Limits {
	if l.Steps <= 0 {
		l.Steps = DefaultSteps
	}
	if l.Rows <= 0 {
		l.Rows = DefaultRows
	}
	if l.Bytes <= 0 {
		l.Bytes = DefaultBytes
	}
	return l
}

// A Result is what a program found.
type Result struct {
	Columns   []string // in the order in which the program names them
	Rows      []Row    // of every All, GetLimit, Count and Emit, one after the other
	Truncated bool     // there are or may be more rows than these
	Parts     []Part   // which rows belong together, in order
}

// A Part is the rows that one All, GetLimit, Count, ToArray, TagArray, ToValue,
// TagValue or Emit gave.
type Part struct {
	First, End int    // its rows are Rows[First:End]
	List       bool   // they are the elements of one list: of ToArray, TagArray, Emit([…])
	Column     string // what counts in each is the value of this column; "" for all of the row
}

// A Row is one answer: the value of each tag on the way, and "id", the node
// where the path ended. An optional tag that found nothing is absent.
type Row map[string]quad.Value

// Run answers the program from qs, in the caller's goroutine.
//
// The deadline of ctx and lim end it whatever it is doing. More rows than
// lim.Rows are no failure: the result is cut there and says so. Any other end
// before the last row is an error, which wraps [ErrBudget] or the error of ctx,
// together with the rows found so far.
func (p *Program) Run(ctx context.Context, qs graph.QuadStore, lim Limits) (*Result, error) {
	lim = lim.orDefaults()
	guarded := guard.New(ctx, qs, lim.Steps)
	return p.run(scanned{guarded, ctx}, guarded.Budget, lim)
}

// RunOn is Run for a store that finds quads by itself.
func (p *Program) RunOn(ctx context.Context, f Finder, lim Limits) (*Result, error) {
	lim = lim.orDefaults()
	budget := guard.NewBudget(ctx, lim.Steps)
	return p.run(found{f, ctx, budget, budget.Step}, budget, lim)
}

func (p *Program) run(from source, budget *guard.Budget, lim Limits) (res *Result, err error) {
	r := &run{
		graph: from, budget: budget, lim: lim,
		program: p, tags: make([]graph.Ref, len(p.tags)),
		names: map[any]quad.Value{}, sets: map[*nodeSet]members{}, tables: map[*chain]*table{},
		result: &Result{Columns: p.Columns()},
	}
	defer func() {
		if v := recover(); v != nil { // the store is not ours
			r.result.Truncated = true
			cause, ok := v.(error)
			if !ok {
				cause = fmt.Errorf("%v", v)
			}
			res, err = r.result, fmt.Errorf("running the query: the store failed: %w", cause)
		}
	}()
	if err := r.all(); err != nil {
		r.result.Truncated = true
		return r.result, r.explain(err)
	}
	return r.result, nil
}

// A run is the state of one call of Run.
type run struct {
	graph   source
	budget  *guard.Budget
	lim     Limits
	program *Program
	result  *Result

	tags   []graph.Ref // tags of the current row by slot, nil where unset
	undo   []bound     // what the tags were before, innermost last
	names  map[any]quad.Value
	sets   map[*nodeSet]members
	tables map[*chain]*table
	bytes  int64
}

// errFull ends a run whose result has all the rows that it may have.
var errFull = errors.New("the result is full")

func (r *run) all() error {
	for _, f := range r.program.finals {
		err := r.budget.Err()
		first := len(r.result.Rows)
		if err == nil {
			err = r.final(f)
		}
		r.result.Parts = append(r.result.Parts, Part{first, len(r.result.Rows), f.list, f.column()})
		// An iterator may end early without saying why; the guard knows.
		if err == nil {
			err = r.budget.Err()
		}
		if err == errFull {
			r.result.Truncated = true
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *run) final(f final) error {
	switch f.kind {
	case finalLiteral:
		for _, row := range f.literal.rows {
			if err := r.add(row); err != nil {
				return err
			}
		}
		return nil
	case finalCount:
		n := 0
		if err := f.path.each(r, func(graph.Ref) error { n++; return nil }); err != nil {
			return err
		}
		return r.add(Row{columnCount: quad.Int(n)})
	}
	enough, most := new(cut), f.limit
	if f.all {
		most = int64(r.lim.All)
	}
	var n int64
	err := f.path.each(r, func(id graph.Ref) error {
		if n == most && n > 0 { // of an All: whoever asks for fewer stops below
			r.result.Truncated = true
			return enough
		}
		row, err := r.row(f, id)
		if err != nil {
			return err
		}
		if err := r.add(row); err != nil {
			return err
		}
		if n++; n == f.limit {
			return enough
		}
		return nil
	})
	return enough.done(err)
}

// row names the current row, which ended at id.
func (r *run) row(f final, id graph.Ref) (Row, error) {
	if len(r.result.Rows) >= r.lim.Rows {
		return nil, errFull
	}
	v, err := r.name(id)
	if err != nil {
		return nil, err
	}
	row := Row{}
	if v != nil {
		row[columnID] = v
	}
	if f.kind == finalIDs {
		return row, nil
	}
	for _, slot := range f.path.tags {
		v, err := r.name(r.tags[slot])
		if err != nil {
			return nil, err
		}
		if v != nil {
			row[r.program.tags[slot]] = v
		}
	}
	return row, nil
}

// add puts a row into the result.
func (r *run) add(row Row) error {
	if len(r.result.Rows) >= r.lim.Rows {
		return errFull
	}
	size := int64(rowBytes)
	for name, v := range row {
		size += int64(len(name)) + valueBytes(v)
	}
	if err := r.hold(size); err != nil {
		return err
	}
	r.result.Rows = append(r.result.Rows, row)
	return nil
}

// name returns the value of a node, nil for none.
func (r *run) name(n graph.Ref) (quad.Value, error) {
	if n == nil {
		return nil, nil
	}
	if known, ok := n.(refs.PreFetchedValue); ok {
		return known.NameOf(), nil
	}
	key := r.graph.key(n)
	if v, ok := r.names[key]; ok {
		return v, nil
	}
	v, err := r.graph.NameOf(n)
	if err != nil {
		return nil, err
	}
	if err := r.hold(entryBytes + valueBytes(v)); err != nil {
		return nil, err
	}
	r.names[key] = v
	return v, nil
}
