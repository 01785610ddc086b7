package web

import (
	"errors"
	"maps"
	"net/url"
	"slices"
	"strings"

	"rapporteur/internal/cursor"
)

// paging are the parameters that say which part of a list to show, and shape those
// that do not change what follows what.
var (
	paging = []string{"cursor", "offset", "limit"}
	shape  = []string{"fields", "format"}
)

// A pager cuts a list into pages. Cursors are the way through a list; an offset
// jumps, and may miss what is written meanwhile.
type pager struct {
	path   string // of the list
	asked  form   // all parameters, for the link to the next page
	list   string // what makes the list what it is
	cursor cursor.Cursor
	behind bool // whether the page is that of the cursor
	offset int
	limit  int // 0 for all
}

// pager reads which part of the list at path a request asks for, and takes those
// parameters from f. Without a limit the page has def elements, or all for 0.
func (f form) pager(path string, def, most int) (pager, error) {
	p := pager{path: path, asked: maps.Clone(f)}
	var err error
	if p.offset, err = f.number("offset", 0, 0, maxOffset); err != nil {
		return p, err
	}
	if p.limit, err = f.number("limit", def, 1, most); err != nil {
		return p, err
	}
	text := strings.TrimSpace(f["cursor"])
	_, jumps := f["offset"]
	for _, name := range paging {
		delete(f, name)
	}
	p.list = p.address(f, shape)
	if text == "" {
		return p, nil
	}
	if jumps {
		return p, badRequest{"offset", errors.New("a cursor says where the page begins; give one or the other")}
	}
	p.behind = true
	if p.cursor, err = cursor.Parse(p.list, text); err != nil {
		return p, badRequest{"cursor", err}
	}
	return p, nil
}

// whole reports whether the list is asked for in one.
func (p pager) whole() bool { return p.limit == 0 && p.offset == 0 && !p.behind }

// address writes the path with those parameters that are not left out.
func (p pager) address(f form, without []string) string {
	values := url.Values{}
	for name, value := range f {
		if value != "" && !slices.Contains(without, name) {
			values.Set(name, value)
		}
	}
	return p.path + "?" + values.Encode()
}

// A window is the part of a list that a page shows.
type window struct {
	start, end int
	offset     int    // start, or what was asked for beyond the end
	next       string // address of the next page, "" behind the last
}

// window cuts a list of n elements; key gives what tells one from the others.
func (p pager) window(n int, key func(int) string) (window, error) {
	w := window{start: min(p.offset, n), end: n, offset: p.offset}
	if p.behind {
		var err error
		if w.start, err = p.cursor.Offset(n, key); err != nil {
			return w, badRequest{"cursor", err}
		}
		w.offset = w.start
	}
	if p.limit > 0 {
		w.end = min(w.start+p.limit, n)
	}
	if w.end < n && w.end > 0 {
		next := maps.Clone(p.asked)
		delete(next, "offset")
		next["cursor"] = cursor.After(p.list, w.end, key(w.end-1))
		w.next = p.address(next, nil)
	}
	return w, nil
}

// link writes the Link header to the next page into headers.
func (w window) link(headers map[string]string) {
	if w.next != "" {
		headers["Link"] = "<" + w.next + `>; rel="next"`
	}
}
