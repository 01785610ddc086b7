package web

import (
	"context"

	"rapporteur/internal/search"
)

// A patientSearcher searches when it is the client's turn, whoever asks for it.
type patientSearcher struct {
	searcher Searcher
	turns    *throttle
}

// patient is nil for no searcher.
func patient(s Searcher, turns *throttle) Searcher {
	if s == nil {
		return nil
	}
	return patientSearcher{s, turns}
}

func (p patientSearcher) Search(ctx context.Context, q search.Query) (*search.Result, error) {
	release, err := p.turns.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	return p.searcher.Search(ctx, q)
}

func (p patientSearcher) Suggest(ctx context.Context, text string, types ...string) (*search.Suggestions, error) {
	release, err := p.turns.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	return p.searcher.Suggest(ctx, text, types...)
}
