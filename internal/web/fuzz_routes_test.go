package web_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/web"
)

// oddValues stand where the document asks for something else.
var oddValues = []string{
	"", " ", "0", "-1", "1e9", "9223372036854775808", "NaN", "true", "null", "[]", "{}", "a,b", ",", "*", "?", "#", "%", "%zz", "%00", "\x00", "\xff\xfe",
	"..", "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/", "//", "/", ".", "C:\\", "a/../b", "paragraphs", "/paragraphs/", "x/paragraphs/0", "x/paragraphs/1/paragraphs/2",
	"no-such", "country:none", "country:UTO", "Utopia", "LHK/C/SR.7", "LHK/C/SR.7/paragraphs/99999999999999999999", "para:LHK/C/SR.7#3", "record:LHK/C/SR.7", "rap:cites", "graph:lexicon", ":", "a:", ":b",
	"<script>alert(1)</script>", "\"'`${}", "{{.}}", "'; DROP TABLE quads; --", "g.V().All()", "\u202e\u0000", "e\u0301", "日本語", "2021-13-45", "0000", "json", "csv", "xml", strings.Repeat("a", 5000), strings.Repeat("é/", 2000),
}

// oddBodies are what no operation expects.
var oddBodies = []string{
	"", "{", "}", "null", "true", "0", "\"", "\"text\"", "[]", "{}", `{"query":`, `{"query":null}`, `{"query":1}`, `{"query":{}}`, `{"query":"g.V().All()"} {}`, `{"query":"","query":""}`, `{"__proto__":{}}`,
	"\x00", "\xff", "\xef\xbb\xbf{}", "g.V(", "a=b&c=d", "--x\r\n\r\n--x--", "PK\x03\x04", "\x1f\x8b\x08\x00", `[1e999]`, `{"a":"\ud800"}`,
	strings.Repeat("[", 20_000), strings.Repeat(`{"a":`, 10_000), `{"query":"` + strings.Repeat("a", 1<<17) + `"}`, strings.Repeat("\n", 1<<17),
}

// oddHeaders are values for headers that a server looks at.
var oddHeaders = []string{
	"", "*/*", "application/json", "application/ld+json", "text/csv", "text/html", "text/turtle", "application/n-quads", "application/json;q=0", "application/json; charset=utf-16",
	"text/html;q=nonsense,*;q=0", "image/png", "multipart/form-data", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", ";", ",,,", "a/b/c", "*", `W/"x"`, `"`, "bytes=0-0",
	"bytes=9-1", "bytes=-1,0-,5-5", "gzip", "gzip;q=0, identity;q=0", "br, zstd", "Bearer", "Bearer x", "Basic Og==", "https://example.org", "null", strings.Repeat("a", 9000), "\x7f", "é",
}

var headerNames = []string{
	"Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Content-Type", "Content-Encoding", "If-None-Match", "If-Match", "If-Modified-Since", "Range",
	"Origin", "Access-Control-Request-Method", "X-Request-Id", "X-Forwarded-For", "X-Http-Method-Override", "Last-Event-Id",
}

var methods = []string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"}

// inside are words of the program's own that no answer to a wrong request may have.
var inside = []string{
	"goroutine", "bbolt", "kv:", "runtime error", "reflect", ".go:", "panic", "interface {", "unmarshal", "json:", "strconv.", "quad.", "gizmo.", "*errors", "0xc0", "/tmp/",
	"invalid character", "unexpected end of JSON", "yaml:", "multipart:", "http:", "bleve", "context canceled", "deadline exceeded",
}

// A maker makes requests for operations, wrong here and there.
type maker struct {
	*rand.Rand
	rate  int    // one in so many things is wrong
	value string // beside oddValues, and so on
	body  string
}

// one in so many.
func (m maker) one(in int) bool { return m.IntN(in) == 0 }

func (m maker) from(list []string) string { return list[m.IntN(len(list))] }

// odd returns what the document does not ask for, or does by chance.
func (m maker) odd() string {
	if m.one(4) {
		return m.value
	}
	return m.from(oddValues)
}

// argument returns a value for a parameter: its example or its default at times.
func (m maker) argument(p map[string]any) string {
	s, _ := p["schema"].(map[string]any)
	words, _ := s["enum"].([]any)
	switch {
	case m.one(m.rate):
		return m.odd()
	case len(words) > 0:
		return fmt.Sprint(words[m.IntN(len(words))])
	case s["type"] == "integer":
		return fmt.Sprint(m.IntN(5))
	}
	says, _ := p["description"].(string)
	for _, f := range fixture {
		if strings.Contains(says, f.asked) {
			return f.value
		}
	}
	return m.from([]string{"Utopia", "country:UTO", "LHK/C/SR.7", "agreement:iclk", "Marsh", "2019"})
}

// fixture are values of the invented graph that fit what the description of a parameter asks for.
var fixture = []struct{ asked, value string }{
	{"type Country", "Utopia"}, {"type Institution", "Lanterns Watch"}, {"type Agreement", "agreement:iclk"}, {"type Person", "Marsh"},
	{"type Topic", "night work"}, {"type Body", "LHK"}, {"para. ", "LHK/C/SR.7, para. 3"}, {"symbol", "LHK/C/SR.7"}, {"day, month or year", "2019"},
}

// target writes the address of an operation.
func (m maker) target(o *operation) string {
	path, query := o.path, url.Values{}
	for _, p := range o.parameters {
		name, _ := p["name"].(string)
		switch {
		case p["in"] == "path" && m.one(2*m.rate): // as it is, with what that breaks
			path = strings.ReplaceAll(path, "{"+name+"}", m.odd())
		case p["in"] == "path":
			value := m.argument(p)
			if m.one(2) {
				value = url.PathEscape(value)
			} else {
				value = (&url.URL{Path: "/" + value}).EscapedPath()[1:]
			}
			path = strings.ReplaceAll(path, "{"+name+"}", value)
		case p["in"] == "query" && (p["required"] == true && !m.one(4*m.rate) || m.one(3)):
			query.Add(name, m.argument(p))
		}
	}
	if m.one(4 * m.rate) {
		query.Add(m.odd(), m.odd())
	}
	for _, name := range slices.Sorted(maps.Keys(query)) {
		if m.one(8 * m.rate) {
			query.Add(name, m.odd())
		}
	}
	raw := query.Encode()
	if m.one(8 * m.rate) {
		raw += m.odd()
	}
	if raw != "" {
		path += "?" + raw
	}
	return path
}

// content returns a body with its type: now and then the example of the operation.
func (m maker) content(c *contract, o *operation) (body, media string) {
	described, ok := o.self["requestBody"].(map[string]any)
	if !ok && !m.one(8) {
		return "", ""
	}
	described, _ = c.follow(described, nil)
	content, _ := described["content"].(map[string]any)
	for _, media = range slices.Sorted(maps.Keys(content)) {
		if !m.one(2) {
			break
		}
	}
	form, _ := content[media].(map[string]any)
	body, media = written(form["example"], media)
	switch m.IntN(2 * m.rate) {
	case 0:
		body = m.from(oddBodies)
	case 1:
		body = m.body
	case 2:
		body = body[:m.IntN(len(body)+1)]
	}
	return body, media
}

// written writes the example of a body as its type has it.
func written(example any, media string) (body, header string) {
	members, _ := example.(map[string]any)
	text, plain := example.(string)
	switch {
	case media == "application/x-www-form-urlencoded":
		values := url.Values{}
		for name, v := range members {
			values.Set(name, fmt.Sprint(v))
		}
		return values.Encode(), media
	case media == "multipart/form-data":
		return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + text + "\r\n--x--\r\n", media + "; boundary=x"
	case example == nil || plain:
		return text, media
	}
	raw, _ := json.Marshal(example)
	return string(raw), media
}

// request makes a request, nil where it is none that a server could be sent.
func (m maker) request(c *contract, o *operation) *http.Request {
	method := o.method
	if m.one(4 * m.rate) {
		method = m.from(methods)
	}
	address, err := url.ParseRequestURI(m.target(o))
	if err != nil || address.Host != "" {
		return nil
	}
	body, media := m.content(c, o)
	r := httptest.NewRequest(method, "/", io.NopCloser(strings.NewReader(body)))
	r.URL = address
	if media != "" {
		r.Header.Set("Content-Type", media)
	}
	for range m.IntN(12) / m.rate {
		r.Header[http.CanonicalHeaderKey(m.from(headerNames))] = []string{m.from(oddHeaders)}
	}
	return r
}

// FuzzRoutes sends each operation of the document requests that are wrong in one way or
// another. Whatever they are, the answer is one that the document knows, and no fault of
// the server's.
func FuzzRoutes(f *testing.F) {
	opts := web.Options{Timeout: time.Minute}
	opts.Limits.Steps, opts.Limits.Rows = 200_000, 1000
	h := serve(f, open(f), opts)
	c := contractOf(f, h)
	for i := range c.operations {
		for seed := range uint64(20) {
			f.Add(uint16(i), seed, oddValues[(i+int(seed))%len(oddValues)], oddBodies[(i+int(seed))%len(oddBodies)])
		}
	}
	f.Fuzz(func(t *testing.T, which uint16, seed uint64, value, body string) {
		m := maker{rand.New(rand.NewPCG(seed, uint64(which))), 0, value, body}
		m.rate = []int{2, 8, 64}[m.IntN(3)]
		o := c.operations[int(which)%len(c.operations)]
		r := m.request(c, o)
		if r == nil {
			return
		}
		w := unpacked(t, ask(h, r))
		what := fmt.Sprintf("%s %q %q", r.Method, r.URL, r.Header)
		if w.Code >= 500 {
			t.Fatalf("%s: %d %s", what, w.Code, w.Body)
		}
		if err := c.check(r, w); err != nil {
			t.Errorf("%s: %v", what, err)
		}
		if w.Code >= 400 {
			silent(t, what, w.Body.String(), value, body)
		}
	})
}

// unpacked takes the compression off an answer.
func unpacked(t *testing.T, w *httptest.ResponseRecorder) *httptest.ResponseRecorder {
	t.Helper()
	if w.Header().Get("Content-Encoding") == "gzip" && w.Body.Len() > 0 {
		body := must(gzip.NewReader(w.Body))(t)
		w.Body = bytes.NewBuffer(must(io.ReadAll(body))(t))
	}
	return w
}

// silent checks that a problem has no words of the program's own, but for those that the
// request has.
func silent(t *testing.T, what, said string, given ...string) {
	t.Helper()
	sent := strings.ToLower(what + strings.Join(given, " "))
	said = strings.ToLower(said)
	for _, word := range inside {
		if strings.Contains(said, word) && !strings.Contains(sent, word) {
			t.Errorf("%s: the answer says %q: %s", what, word, said)
		}
	}
}
