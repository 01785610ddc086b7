package cayleyapi

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"rapporteur/schema"
)

// Errors of reading quads.
var (
	ErrFormat  = errors.New("format is not supported for reading data")
	ErrTooMany = errors.New("more quads than one answer may have")
)

// maxPatterns is how many combinations of the values given are looked up at most.
const maxPatterns = 1024

// A Read is what a client asks of the quads.
type Read struct {
	Patterns []quad.Quad // quads that fit one of these; a nil term stands for any
	Format   *quad.Format
	Full     bool // IRIs are written out; the graph keeps them short
	Limit    int  // stop after so many quads; 0 for no limit
}

// Parse reads the parameters of /api/v2/read: sub, pred, obj and label are values
// parted by commas, format and iri name forms. An unknown format is as none given: the
// Accept header counts, and then N-Quads. Limit is not Cayley's: it ends the answer
// after so many quads.
func Parse(parameter func(name string) string, accept string) (Read, error) {
	r := Read{Format: formatOf(parameter("format"), accept), Full: parameter("iri") == "full"}
	if r.Format == nil || r.Format.Writer == nil {
		return Read{}, ErrFormat
	}
	if text := parameter("limit"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			return Read{}, fmt.Errorf("limit: %.20q is not a whole number above 0", text)
		}
		r.Limit = n
	}
	r.Patterns = []quad.Quad{{}}
	for _, d := range []struct {
		dir  quad.Direction
		name string
	}{{quad.Subject, "sub"}, {quad.Predicate, "pred"}, {quad.Object, "obj"}, {quad.Label, "label"}} {
		if values := valuesOf(parameter(d.name)); len(values) > 0 {
			r.Patterns = product(r.Patterns, d.dir, values)
		}
		if len(r.Patterns) > maxPatterns {
			return Read{}, fmt.Errorf("the values given make more than %d combinations; ask in several requests", maxPatterns)
		}
	}
	return r, nil
}

// formatOf chooses as Cayley does: by name, or else by what Accept names first.
func formatOf(name, accept string) *quad.Format {
	if f := quad.FormatByName(name); name != "" && f != nil {
		return f
	}
	first, _, _ := strings.Cut(accept, ",")
	if media, _, err := mime.ParseMediaType(first); err == nil {
		if f := quad.FormatByMime(media); f != nil {
			return f
		}
	}
	return quad.FormatByName("nquads")
}

// valuesOf reads values parted by commas, each once.
func valuesOf(text string) []quad.Value {
	var out []quad.Value
	seen := map[quad.Value]bool{}
	for part := range strings.SplitSeq(text, ",") {
		if v := quad.StringToValue(part); v != nil && !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out
}

func product(patterns []quad.Quad, d quad.Direction, values []quad.Value) []quad.Quad {
	var out []quad.Quad
	for _, p := range patterns {
		for _, v := range values {
			p.Set(d, v)
			out = append(out, p)
		}
	}
	return out
}

// A Source calls yield for every quad that fits a pattern.
type Source interface {
	Match(ctx context.Context, pattern quad.Quad, yield func(quad.Quad) error) error
}

// Limits are how many quads one answer may have.
type Limits struct {
	Streamed int // in formats that are written quad by quad
	Gathered int // in formats whose writers keep all of them in memory until the end
}

// errEnough ends an answer that has as many quads as were asked for.
var errEnough = errors.New("enough")

// Write writes the quads that are asked for. The error wraps [ErrTooMany] where there
// are more than lim allows, or is that of the source or of w; what was written by then
// is part of an answer.
func (r Read) Write(ctx context.Context, w io.Writer, source Source, lim Limits) error {
	most := lim.Gathered
	if streamed[r.Format.Name] {
		most = lim.Streamed
	}
	out, n, one := r.Format.Writer(w), 0, make([]quad.Quad, 1)
	for _, p := range r.Patterns {
		err := source.Match(ctx, p, func(q quad.Quad) error {
			switch {
			case r.Limit > 0 && n == r.Limit:
				return errEnough
			case n == most:
				return fmt.Errorf("%w: %d in the format %s; filter by sub, pred, obj or label", ErrTooMany, most, r.Format.Name)
			}
			n++
			if r.Full {
				q = full(q)
			}
			one[0] = q
			_, err := out.WriteQuads(one)
			return err
		})
		if err == errEnough {
			break
		}
		if err != nil {
			return err
		}
	}
	return out.Close()
}

// full returns the quad with its IRIs written out.
func full(q quad.Quad) quad.Quad {
	for _, d := range quad.Directions {
		switch v := q.Get(d).(type) {
		case quad.IRI:
			q.Set(d, expanded(v))
		case quad.TypedString:
			v.Type = expanded(v.Type)
			q.Set(d, v)
		case quad.TypedStringer: // a number, a boolean or a time
			t := v.TypedString()
			t.Type = expanded(t.Type)
			q.Set(d, t)
		}
	}
	return q
}

func expanded(iri quad.IRI) quad.IRI {
	if long, err := schema.Expand(string(iri)); err == nil {
		return quad.IRI(long)
	}
	return iri
}
