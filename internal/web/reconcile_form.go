package web

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"unicode/utf8"

	"github.com/gin-gonic/gin"
)

// errCallback refuses JSONP. Version 0.2 leaves it to the service; it would make
// scripts of what comes from this site, which its own pages trust.
var errCallback = errors.New("JSONP is not offered; any page may read the answer as JSON (CORS)")

// reconcileForm reads the parameters of the URL, or of the body of a POST. Text in
// them may have several lines, as cells of a table have.
func reconcileForm(c *gin.Context) (form, error) {
	values, err := url.ParseQuery(c.Request.URL.RawQuery)
	if err != nil {
		return nil, badRequest{"", errors.New("the parameters cannot be read")}
	}
	if c.Request.Method == http.MethodPost {
		if values, err = bodyForm(c.Request, values); err != nil {
			return nil, err
		}
	}
	f := form{}
	for name, list := range values {
		switch {
		case name == "callback":
			return nil, badRequest{name, errCallback}
		case !slices.Contains([]string{"queries", "query", "extend"}, name):
			return nil, badRequest{"", errors.New("there is no such parameter; there are queries, query, extend")}
		case len(list) > 1:
			return nil, badRequest{name, fmt.Errorf("it is given %d times", len(list))}
		case !utf8.ValidString(list[0]):
			return nil, badRequest{name, errors.New("it is not UTF-8")}
		}
		f[name] = list[0]
	}
	return f, nil
}

// errForm says how a POST is to be sent.
var errForm = errors.New("send application/x-www-form-urlencoded with queries or extend")

func bodyForm(r *http.Request, values url.Values) (url.Values, error) {
	if media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); media != "application/x-www-form-urlencoded" {
		return nil, errForm
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, fmt.Errorf("reading the body: %w", err)
	}
	sent, err := url.ParseQuery(string(body))
	if err != nil {
		return nil, badRequest{"", errors.New("the body is not application/x-www-form-urlencoded")}
	}
	for name, list := range sent {
		values[name] = append(values[name], list...)
	}
	if len(values) == 0 {
		return nil, badRequest{"", errors.New("the body has neither queries nor extend")}
	}
	return values, nil
}
