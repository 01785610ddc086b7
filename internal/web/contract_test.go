package web_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"mime"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// A contract is the document that a server gives of its API, to hold its answers to.
type contract struct {
	document   map[string]any
	compiler   *jsonschema.Compiler
	compiled   map[string]*jsonschema.Schema
	operations []*operation
}

// An operation is a method at a path of the document.
type operation struct {
	method, path string
	address      *regexp.Regexp // paths of URLs
	at           []string       // its place in the document
	self         map[string]any
	parameters   []map[string]any
	succeeded    bool // some request
	refused      bool // some other
}

func (o *operation) String() string { return o.method + " " + o.path }

// contractOf reads the document of a server.
func contractOf(t testing.TB, h http.Handler) *contract {
	t.Helper()
	w := get(h, "/openapi.json")
	if w.Code != http.StatusOK {
		t.Fatalf("/openapi.json: %d %s", w.Code, w.Body)
	}
	document := must(jsonschema.UnmarshalJSON(w.Body))(t).(map[string]any)
	c := &contract{document: document, compiler: jsonschema.NewCompiler(), compiled: map[string]*jsonschema.Schema{}}
	c.compiler.AssertFormat()
	if err := c.compiler.AddResource("api.json", document); err != nil {
		t.Fatal(err)
	}
	for path, item := range document["paths"].(map[string]any) {
		for method, op := range item.(map[string]any) {
			if slices.Contains(methods, strings.ToUpper(method)) {
				c.add(path, method, op.(map[string]any))
			}
		}
	}
	// A path that says more goes before one that fits as well.
	slices.SortFunc(c.operations, func(a, b *operation) int {
		return cmp.Or(cmp.Compare(len(literal(b.path)), len(literal(a.path))), strings.Compare(a.String(), b.String()))
	})
	return c
}

var placeholder = regexp.MustCompile(`\{[^}]*\}`)

// literal is what a path has beside its parameters.
func literal(path string) string { return placeholder.ReplaceAllString(path, "") }

func (c *contract) add(path, method string, self map[string]any) {
	var pattern strings.Builder
	rest := path
	for _, p := range placeholder.FindAllString(path, -1) {
		before, after, _ := strings.Cut(rest, p)
		pattern.WriteString(regexp.QuoteMeta(before))
		if p == "{symbol}" || strings.HasSuffix(before, "/entities/") { // which may hold slashes
			pattern.WriteString("(.+)")
		} else {
			pattern.WriteString("([^/]+)")
		}
		rest = after
	}
	o := &operation{
		method: strings.ToUpper(method), path: path, self: self, at: []string{"paths", path, method},
		address: regexp.MustCompile(`(?s)^` + pattern.String() + regexp.QuoteMeta(rest) + `$`),
	}
	list, _ := self["parameters"].([]any)
	for _, p := range list {
		resolved, _ := c.follow(p.(map[string]any), nil)
		o.parameters = append(o.parameters, resolved)
	}
	c.operations = append(c.operations, o)
}

// follow returns what a reference stands for with its place in the document.
func (c *contract) follow(m map[string]any, at []string) (map[string]any, []string) {
	for {
		ref, ok := m["$ref"].(string)
		if !ok {
			return m, at
		}
		at = strings.Split(strings.TrimPrefix(ref, "#/"), "/")
		m = c.document
		for _, key := range at {
			m = m[key].(map[string]any)
		}
	}
}

// find returns the operation that a request is about, nil for none.
func (c *contract) find(method, path string) *operation {
	if method == http.MethodHead {
		method = http.MethodGet
	}
	for _, p := range []string{path, strings.TrimSuffix(path, "/")} {
		for _, o := range c.operations {
			if o.method == method && o.address.MatchString(p) {
				return o
			}
		}
	}
	return nil
}

// validate checks a value against the schema at a place in the document.
func (c *contract) validate(value any, at ...string) error {
	var where strings.Builder
	for _, key := range at {
		where.WriteString("/" + url.PathEscape(strings.NewReplacer("~", "~0", "/", "~1").Replace(key)))
	}
	s, known := c.compiled[where.String()]
	if !known {
		var err error
		if s, err = c.compiler.Compile("api.json#" + where.String()); err != nil {
			return err
		}
		c.compiled[where.String()] = s
	}
	return s.Validate(value)
}

// check holds an answer to the document: its status, its type and its body. A request
// for what is no operation may only be refused with a problem document.
func (c *contract) check(r *http.Request, w *httptest.ResponseRecorder) error {
	o := c.find(r.Method, r.URL.Path)
	media, _, _ := mime.ParseMediaType(w.Header().Get("Content-Type"))
	switch {
	case r.Method == http.MethodOptions && w.Code == http.StatusNoContent: // asked by a browser before the request
		return nil
	case o == nil && slices.Contains(undocumented, r.Method+" "+r.URL.Path):
		return nil
	case o == nil && (isPage(r.URL.Path) || w.Code == http.StatusNotFound && media == "text/html"):
		return nil
	case w.Code == http.StatusNotFound && strings.HasSuffix(r.URL.Path, "/"): // not the same as without, for some
		return c.body(r, w, problemSchema...)
	case o == nil && w.Code >= 400:
		return c.body(r, w, problemSchema...)
	case o == nil:
		return fmt.Errorf("%d for an operation that the document does not have", w.Code)
	}
	if r.Method == http.MethodHead && w.Code == http.StatusMethodNotAllowed && slices.Contains(headless, o.path) {
		return nil
	}
	responses := o.self["responses"].(map[string]any)
	found, ok := responses[fmt.Sprint(w.Code)].(map[string]any)
	if !ok {
		return fmt.Errorf("%s: status %d is none of %q", o, w.Code, slices.Sorted(maps.Keys(responses)))
	}
	o.succeeded = o.succeeded || w.Code < 400
	o.refused = o.refused || w.Code >= 400
	response, at := c.follow(found, append(slices.Clone(o.at), "responses", fmt.Sprint(w.Code)))
	if err := c.headers(response, at, w); err != nil {
		return fmt.Errorf("%s: %d: %w", o, w.Code, err)
	}
	content, _ := response["content"].(map[string]any)
	if len(content) == 0 {
		if w.Body.Len() > 0 && w.Code >= 400 {
			return fmt.Errorf("%s: the document knows no body of %d: %s", o, w.Code, w.Body)
		}
		return nil
	}
	for documented, form := range content {
		if bare, _, err := mime.ParseMediaType(documented); err != nil || bare != media {
			continue
		}
		if form, _ := form.(map[string]any); form["schema"] == nil {
			return nil
		}
		if err := c.body(r, w, append(at, "content", documented, "schema")...); err != nil {
			return fmt.Errorf("%s: %d: %w", o, w.Code, err)
		}
		return c.asked(o, r, w)
	}
	return fmt.Errorf("%s: %d has type %q, which is none of %q", o, w.Code, media, slices.Sorted(maps.Keys(content)))
}

// headless are the paths whose GET may take long, so that there is no HEAD.
var headless = []string{"/api/v1/jobs/{id}/events", "/api/v1/review"}

// headers checks the headers of an answer that the document tells.
func (c *contract) headers(response map[string]any, at []string, w *httptest.ResponseRecorder) error {
	headers, _ := response["headers"].(map[string]any)
	for name, described := range headers {
		text := w.Header().Get(name)
		if text == "" {
			continue
		}
		header, place := c.follow(described.(map[string]any), append(slices.Clone(at), "headers", name))
		var value any = text
		if s, _ := header["schema"].(map[string]any); s["type"] == "integer" {
			value = json.Number(text)
		}
		if err := c.validate(value, append(slices.Clone(place), "schema")...); err != nil {
			return fmt.Errorf("header %s: %w", name, err)
		}
	}
	return nil
}

const problemType = "application/problem+json"

// problemSchema is the place of the schema of problem documents.
var problemSchema = []string{"components", "schemas", "Problem"}

// body checks a body against the schema at a place in the document.
func (c *contract) body(r *http.Request, w *httptest.ResponseRecorder, at ...string) error {
	media, _, _ := mime.ParseMediaType(w.Header().Get("Content-Type"))
	switch {
	case r.Method == http.MethodHead:
		return nil
	case media != problemType && slices.Equal(at, problemSchema):
		return fmt.Errorf("%d is answered with %q, not with a problem document", w.Code, media)
	case !isJSON(media):
		return c.validate(w.Body.String(), at...)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(w.Body.Bytes()))
	if err != nil {
		return fmt.Errorf("%w in %s", err, w.Body)
	}
	if problem, ok := value.(map[string]any); ok && media == problemType && problem["status"] != json.Number(fmt.Sprint(w.Code)) {
		return fmt.Errorf("the problem of status %d says that it is %v", w.Code, problem["status"])
	}
	return c.validate(value, at...)
}

func isJSON(media string) bool {
	return media == "application/json" || strings.HasSuffix(media, "+json")
}

// asked checks that a request that went well is one that the document allows.
func (c *contract) asked(o *operation, r *http.Request, w *httptest.ResponseRecorder) error {
	if w.Code >= 400 || isForeign(o) {
		return nil
	}
	for name := range r.URL.Query() {
		known := func(p map[string]any) bool {
			return p["in"] == "query" && (p["name"] == name || p["x-arguments"] == true)
		}
		if !slices.ContainsFunc(o.parameters, known) {
			return fmt.Errorf("%s: the document knows no parameter %q, which was taken", o, name)
		}
	}
	return nil
}
