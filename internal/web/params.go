package web

import (
	"errors"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gin-gonic/gin"
)

// A form is the parameters of a request, each given once at most.
type form map[string]string

// parameters reads the query of the URL and refuses names that are not known.
func parameters(c *gin.Context, known ...string) (form, error) {
	f, err := allParameters(c)
	if err != nil {
		return nil, err
	}
	return f, f.only(known...)
}

// only refuses parameters of other names.
func (f form) only(known ...string) error {
	for _, name := range slices.Sorted(maps.Keys(f)) {
		switch {
		case slices.Contains(known, name):
		case len(known) == 0:
			return badRequest{name, errors.New("there is no such parameter; this address takes none")}
		default:
			return badRequest{name, fmt.Errorf("there is no such parameter; there are %s", strings.Join(known, ", "))}
		}
	}
	return nil
}

// allParameters reads the query of the URL for a handler that knows by other means
// which parameters there are.
func allParameters(c *gin.Context) (form, error) {
	values, err := url.ParseQuery(c.Request.URL.RawQuery)
	if err != nil {
		return nil, badRequest{"", fmt.Errorf("the parameters cannot be read: %w", err)}
	}
	return onceEach(values)
}

// onceEach checks that each parameter is plain text and given once.
func onceEach(values url.Values) (form, error) {
	f := form{}
	for name, list := range values {
		switch {
		case !plain(name):
			return nil, badRequest{"", errors.New("the name of a parameter is not plain text in UTF-8")}
		case len(list) > 1:
			return nil, badRequest{name, fmt.Errorf("it is given %d times", len(list))}
		case !plain(list[0]):
			return nil, badRequest{name, errors.New("it is not plain text in UTF-8, without control characters")}
		}
		f[name] = list[0]
	}
	return f, nil
}

// plain reports whether text is one line that a person can have written.
func plain(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsFunc(text, unicode.IsControl)
}

// bare is a handler that takes no parameters.
func bare(h handler) handler {
	return func(c *gin.Context) error {
		if _, err := parameters(c); err != nil {
			return err
		}
		return h(c)
	}
}

// yes reads true or false; without a value it is false.
func (f form) yes(name string) (bool, error) {
	switch f[name] {
	case "", "false":
		return false, nil
	case "true":
		return true, nil
	}
	return false, badRequest{name, errors.New("it is true or false")}
}

// number reads a whole number from low to high. Without a value it is def.
func (f form) number(name string, def, low, high int) (int, error) {
	text := strings.TrimSpace(f[name])
	if text == "" {
		return def, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < low || n > high {
		return 0, badRequest{name, fmt.Errorf("%q is not a whole number from %d to %d", text, low, high)}
	}
	return n, nil
}

// The limits of paging.
const (
	defaultPage = 50
	maxPage     = 500
	maxOffset   = 1 << 30
)
