package search

import "rapporteur/internal/cursor"

// next returns the cursor of the page of q that begins at offset. What stands before
// it is known only in one state of the store: after a write, hits rank otherwise.
func next(q Query, offset int, state string) string {
	return cursor.After(list(q), offset, state)
}

// offset returns where the page of a query begins.
func offset(q Query, state string) (int, error) {
	if q.Cursor == "" {
		return 0, nil
	}
	c, err := cursor.Parse(list(q), q.Cursor)
	if err != nil {
		return 0, &QueryError{"cursor", err}
	}
	at, ok := c.Behind(state)
	switch {
	case !ok:
		return 0, &QueryError{"cursor", cursor.ErrGone}
	case at > maxDepth:
		return 0, &QueryError{"cursor", cursor.ErrBad}
	}
	return at, nil
}

// list tells queries apart, whatever their pages.
func list(q Query) string {
	q.Cursor, q.Limit = "", 0
	return asJSON(q)
}
