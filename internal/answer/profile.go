package answer

import "context"

// A Profile is an entity and how it stands among others: the first elements of
// lists that have answers of their own.
type Profile struct {
	Entity
	Timeline   List[Moment]  `json:"timeline"`    // by dates
	CoMentions List[Counted] `json:"co_mentions"` // the most frequent first
	Cites      List[Counted] `json:"cites"`
	CitedBy    List[Voice]   `json:"cited_by"`
}

// A List is the beginning of a list.
type List[T any] struct {
	Items []T    `json:"items"`
	Total int    `json:"total"`
	More  string `json:"more,omitempty"` // address of the whole list, where this is not all of it
}

// Profile returns the profile of an id, which the names know, with so many
// elements of each list. Of the parts that wants leaves out, by their names in
// JSON, nothing is read.
func (r Reader) Profile(ctx context.Context, id string, most int, wants func(part string) bool) (*Profile, error) {
	p := &Profile{}
	e, err := r.Entity(ctx, id)
	if err != nil {
		return nil, err
	}
	p.Entity = *e
	if wants("timeline") && err == nil {
		err = fill(ctx, p, &p.Timeline, r.Timeline, most)
	}
	if wants("co_mentions") && err == nil {
		err = fill(ctx, p, &p.CoMentions, r.CoMentions, most)
	}
	if wants("cites") && err == nil {
		err = fill(ctx, p, &p.Cites, r.Cites, most)
	}
	if wants("cited_by") && err == nil {
		err = fill(ctx, p, &p.CitedBy, r.CitedBy, most)
	}
	return p, err
}

// fill reads a list and keeps its beginning.
func fill[T any](ctx context.Context, p *Profile, to *List[T], read func(context.Context, string) ([]T, bool, error), most int) error {
	all, cut, err := read(ctx, p.ID)
	if err != nil {
		return err
	}
	*to = List[T]{Items: all[:min(len(all), most)], Total: len(all)}
	p.Truncated = p.Truncated || cut
	return nil
}
