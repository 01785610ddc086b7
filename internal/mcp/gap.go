package mcp

import (
	"context"
	"errors"

	"rapporteur/internal/names"
	"rapporteur/internal/search"
	"rapporteur/queries"
	"rapporteur/queries/gizmo"
)

// A Gap says why an answer is empty. It is the zero Gap where it is not.
type Gap struct {
	Note       string      `json:"note,omitempty" jsonschema:"why there is no answer"`
	Candidates []Candidate `json:"candidates,omitempty" jsonschema:"what may have been meant; none of them was looked at"`
}

// A Candidate is an entity that a name may mean.
type Candidate struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	Type  string `json:"type"`
}

// unsaid is the note of an answer that the records do not give.
const unsaid = "The records that are loaded do not say this."

// gapOf turns an error about a name into a gap; ok is false for other errors.
func gapOf(err error) (g Gap, ok bool) {
	if a, is := errors.AsType[*names.AmbiguousError](err); is {
		return Gap{a.Error(), candidates(a.Candidates)}, true
	}
	if u, is := errors.AsType[*names.UnknownError](err); is {
		return Gap{u.Error(), append(candidates(u.Other), candidates(u.Near)...)}, true
	}
	return Gap{}, false
}

func candidates(found []names.Entity) []Candidate {
	out := make([]Candidate, len(found))
	for i, e := range found {
		out[i] = Candidate{e.ID, e.Label, string(e.Class)}
	}
	return out
}

var (
	errReading = errors.New("the store is still being read; try again in a moment")
	errTime    = errors.New("the question ran out of time; ask for less")
	errFailed  = errors.New("the graph could not be read")
)

// plain returns an error that a client may read: what it did wrong in full, what
// went wrong here without its inner words.
func plain(err error) error {
	_, argument := errors.AsType[*queries.ArgumentError](err)
	_, program := errors.AsType[*gizmo.Error](err)
	_, words := errors.AsType[*search.QueryError](err)
	switch {
	case err == nil, argument, program, words, errors.Is(err, queries.ErrNoQuery), errors.Is(err, gizmo.ErrBudget), errors.Is(err, errArgument):
		return err
	case errors.Is(err, names.ErrReading), errors.Is(err, search.ErrBuilding):
		return errReading
	case errors.Is(err, context.DeadlineExceeded):
		return errTime
	}
	return errFailed
}

// errArgument says that an argument of a tool is wrong.
var errArgument = errors.New("wrong argument")
