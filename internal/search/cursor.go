package search

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
)

// A place is where a page begins, within the hits of one query in one state of
// the store. As text it is a cursor.
type place struct {
	Offset int    `json:"o"`
	State  string `json:"s"`
	Query  uint64 `json:"q"` // digest, with that of Offset and State
}

// errCursor says that a cursor was not given out, or not for this query.
var errCursor = errors.New("it is no cursor of this very query; begin again without one")

// errPassed says that pages do not fit together any more.
var errPassed = errors.New("the records have changed since that page; begin again without a cursor")

// cursor returns the cursor of the page of q that begins at offset.
func cursor(q Query, offset int, state string) string {
	text, _ := json.Marshal(place{offset, state, digest(q, offset, state)}) // cannot fail
	return base64.RawURLEncoding.EncodeToString(text)
}

// offset reads the cursor of a query.
func offset(q Query, state string) (int, error) {
	if q.Cursor == "" {
		return 0, nil
	}
	var p place
	text, err := base64.RawURLEncoding.DecodeString(q.Cursor)
	if err == nil {
		err = json.Unmarshal(text, &p)
	}
	switch {
	case err != nil || p.Offset < 0 || p.Offset > maxDepth || p.Query != digest(q, p.Offset, p.State):
		return 0, &QueryError{"cursor", errCursor}
	case p.State != state:
		return 0, &QueryError{"cursor", errPassed}
	}
	return p.Offset, nil
}

// digest tells queries apart, whatever their pages.
func digest(q Query, offset int, state string) uint64 {
	q.Cursor, q.Limit = "", 0
	h := fnv.New64a()
	fmt.Fprintf(h, "%s %d %q", asJSON(q), offset, state)
	return h.Sum64()
}
