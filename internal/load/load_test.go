package load_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rapporteur/graph"
	"rapporteur/graph/store"
	"rapporteur/graph/store/storetest"
	"rapporteur/internal/load"
)

// A taker is a store as the loader wants it.
type taker struct{ *store.Store }

func (t taker) Replace(ctx context.Context, record graph.ID, quads []quad.Quad) error {
	_, err := t.Store.Replace(ctx, record, quads)
	return err
}

func empty(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), store.Memory, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func exported(t testing.TB, s *store.Store) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := s.Export(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// loaded reads files into a store.
func loaded(t testing.TB, s load.Store, files ...io.Reader) (load.Sum, error) {
	t.Helper()
	l := load.New()
	defer l.Close()
	for _, f := range files {
		if err := l.Read("a.nq", f); err != nil {
			return load.Sum{}, err
		}
	}
	return l.Write(t.Context(), s)
}

func grown(t testing.TB) []byte {
	t.Helper()
	s := empty(t)
	storetest.Grow(t, s, 12_000)
	return exported(t, s)
}

// What is exported and loaded is exported the same, whether it went into an empty
// store or one that holds it.
func TestExportLoadExport(t *testing.T) {
	for name, want := range map[string][]byte{
		"lighthouse": exported(t, storetest.Open(t, "../../queries/testdata/lighthouse.nq", "../web/testdata/hostile.nq")),
		"grown":      grown(t),
	} {
		t.Run(name, func(t *testing.T) {
			s := empty(t)
			for range 2 {
				sum, err := loaded(t, taker{s}, bytes.NewReader(want))
				if err != nil {
					t.Fatal(err)
				}
				if got := exported(t, s); !bytes.Equal(got, want) {
					t.Errorf("the export differs (-want +got):\n%s", cmp.Diff(string(want), string(got)))
				}
				if lines := bytes.Count(want, []byte("\n")); sum.Quads != lines {
					t.Errorf("%d quads of %d lines", sum.Quads, lines)
				}
			}
		})
	}
}

func TestCompressedAndInPieces(t *testing.T) {
	want := exported(t, storetest.Open(t, "../../queries/testdata/lighthouse.nq"))
	half := bytes.IndexByte(want[len(want)/2:], '\n') + len(want)/2 + 1
	var packed bytes.Buffer
	out := gzip.NewWriter(&packed)
	out.Write(want[:half])
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	cut := packed.Bytes()[:packed.Len()-20]
	if _, err := loaded(t, taker{empty(t)}, bytes.NewReader(cut)); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("a file that is cut short: %v", err)
	}
	s := empty(t)
	if _, err := loaded(t, taker{s}, bytes.NewReader(want[half:]), &packed); err != nil {
		t.Fatal(err)
	}
	if got := exported(t, s); !bytes.Equal(got, want) {
		t.Errorf("the export differs (-want +got):\n%s", cmp.Diff(string(want), string(got)))
	}
}

// TestRefused loads the files of testdata/refused.txtar. Each begins with a comment
// that is the error, or a part of it; nothing may have been written.
func TestRefused(t *testing.T) {
	archive, err := txtar.ParseFile(filepath.Join("testdata", "refused.txtar"))
	if err != nil || len(archive.Files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, f := range archive.Files {
		t.Run(f.Name, func(t *testing.T) {
			head, _, _ := strings.Cut(string(f.Data), "\n")
			says := strings.TrimPrefix(head, "# ")
			s := storetest.Open(t, "../../queries/testdata/lighthouse.nq")
			before := exported(t, s)
			_, err := loaded(t, taker{s}, bytes.NewReader(f.Data))
			if err == nil || !strings.Contains(err.Error(), says) {
				t.Errorf("error %v, want %q", err, says)
			}
			if !bytes.Equal(before, exported(t, s)) {
				t.Error("something was written")
			}
		})
	}
}

// failing is a store that takes so many records.
type failing struct {
	taker
	left int
}

var errFull = errors.New("no room")

func (f *failing) Replace(ctx context.Context, record graph.ID, quads []quad.Quad) error {
	if f.left == 0 {
		return errFull
	}
	f.left--
	return f.taker.Replace(ctx, record, quads)
}

// A store that fails has whole records, and doing it again completes it.
func TestStoreFails(t *testing.T) {
	want := grown(t)
	s := empty(t)
	sum, err := loaded(t, &failing{taker{s}, 2}, bytes.NewReader(want))
	if !errors.Is(err, errFull) || sum.Records != 2 {
		t.Errorf("%+v, %v; want two records and %v", sum, err, errFull)
	}
	if stats, err := s.Stats(t.Context()); err != nil || stats.Records != 2 {
		t.Errorf("%+v, %v; want two records", stats, err)
	}
	if _, err := loaded(t, taker{s}, bytes.NewReader(want)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(exported(t, s), want) {
		t.Error("the export differs")
	}
}

// FuzzLoad: what is taken is in the store, and what is refused leaves it as it was.
func FuzzLoad(f *testing.F) {
	sample, err := txtar.ParseFile(filepath.Join("testdata", "refused.txtar"))
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range sample.Files {
		f.Add(string(file.Data))
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := empty(t)
		_, err := loaded(t, taker{s}, strings.NewReader(text))
		got := exported(t, s)
		if err != nil && len(got) > 0 {
			t.Errorf("%v, but there is\n%s", err, got)
		}
		if err != nil {
			return
		}
		quads, err := graph.ReadNQuads(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		if err := graph.WriteNQuads(&want, quads); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.String(), string(got)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}
