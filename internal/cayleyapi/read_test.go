package cayleyapi_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"rapporteur/internal/cayleyapi"
)

// quads gives those that fit, and then its error.
type quads struct {
	all []quad.Quad
	err error
}

func (s quads) Match(_ context.Context, pattern quad.Quad, yield func(quad.Quad) error) error {
	for _, q := range s.all {
		if pattern.Subject != nil && pattern.Subject != q.Subject {
			continue
		}
		if err := yield(q); err != nil {
			return err
		}
	}
	return s.err
}

var some = []quad.Quad{
	quad.Make(quad.IRI("country:UTO"), quad.IRI("rdf:type"), quad.IRI("schema:Country"), quad.IRI("graph:lexicon")),
	quad.Make(quad.IRI("meeting:LHK/7"), quad.IRI("rap:meetingNumber"), quad.Int(7), quad.IRI("graph:lexicon")),
	quad.Make(quad.IRI("country:UTO"), quad.IRI("dcterms:date"), quad.TypedString{Value: "2019", Type: "xsd:gYear"}, nil),
}

func write(t *testing.T, source cayleyapi.Source, query, accept string, lim cayleyapi.Limits) (string, error) {
	t.Helper()
	values, err := url.ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	r, err := cayleyapi.Parse(values.Get, accept)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	err = r.Write(t.Context(), &b, source, lim)
	return b.String(), err
}

func TestRead(t *testing.T) {
	many := cayleyapi.Limits{Streamed: 100, Gathered: 100}
	const xsd = "http://www.w3.org/2001/XMLSchema#"
	tests := []struct{ name, query, accept, want string }{
		{"one of two subjects", "sub=<meeting:LHK/7>,<none:1>,<meeting:LHK/7>", "", "<meeting:LHK/7> <rap:meetingNumber> \"7\"^^<xsd:integer> <graph:lexicon> .\n"},
		{"written out", "sub=<meeting:LHK/7>&iri=full", "text/html", "<urn:rapporteur:meeting:LHK/7> <urn:rapporteur:ns:meetingNumber> \"7\"^^<" + xsd + "integer> <urn:rapporteur:graph:lexicon> .\n"},
		{"the first ones", "limit=1&iri=short", "", "<country:UTO> <rdf:type> <schema:Country> <graph:lexicon> .\n"},
		{"by name before Accept", "limit=1&format=nquads", "application/json", "<country:UTO> <rdf:type> <schema:Country> <graph:lexicon> .\n"},
	}
	for _, tt := range tests {
		got, err := write(t, quads{all: some}, tt.query, tt.accept, many)
		if err != nil || got != tt.want {
			t.Errorf("%s: got %q, %v; want %q", tt.name, got, err, tt.want)
		}
	}
	if got, err := write(t, quads{all: some}, "iri=full", "", many); err != nil || !strings.Contains(got, `"2019"^^<`+xsd+`gYear> .`) {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestReadEnds(t *testing.T) {
	broken := errors.New("broken")
	if _, err := write(t, quads{some, broken}, "", "", cayleyapi.Limits{Streamed: 9}); !errors.Is(err, broken) {
		t.Errorf("got %v, want the error of the source", err)
	}
	if _, err := write(t, quads{all: some}, "", "", cayleyapi.Limits{Streamed: 2}); !errors.Is(err, cayleyapi.ErrTooMany) {
		t.Errorf("got %v, want ErrTooMany", err)
	}
	if _, err := write(t, quads{all: some}, "", "", cayleyapi.Limits{Streamed: 3}); err != nil {
		t.Errorf("as many as there may be: %v", err)
	}
	if _, err := write(t, quads{all: some}, "format=jsonld", "", cayleyapi.Limits{Streamed: 9, Gathered: 2}); !errors.Is(err, cayleyapi.ErrTooMany) {
		t.Errorf("got %v, want ErrTooMany for what is kept in memory", err)
	}
}

func TestBadReads(t *testing.T) {
	var list []string
	for i := range 40 {
		list = append(list, fmt.Sprintf("<a:%d>", i))
	}
	many := strings.Join(list, ",")
	for name, values := range map[string]url.Values{
		"a limit of none":       {"limit": {"0"}},
		"a limit in words":      {"limit": {"all"}},
		"too many combinations": {"sub": {many}, "obj": {many}},
	} {
		if _, err := cayleyapi.Parse(values.Get, ""); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}
