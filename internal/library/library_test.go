package library_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/internal/archive"
	"rapporteur/internal/library"
	"rapporteur/internal/pipeline"
)

var (
	plain  = pipeline.File{Name: "LHK_C_SR.7-EN.txt", Content: []byte("The meeting was called to order.\n")}
	beside = pipeline.File{Name: "lamp.pdf", Content: bytes.Repeat([]byte("oil "), 1000), MetaName: "lamp.meta.yaml", Meta: []byte("symbol: LHK/C/SR.8\n")}
	odd    = pipeline.File{Name: ".. strange\nname é", Content: []byte{0, 1, 2}}
	empty  = pipeline.File{Name: "empty"}
)

func keep(t *testing.T, l *library.Library, files ...pipeline.File) {
	t.Helper()
	for _, f := range files {
		if err := l.Keep(t.Context(), f); err != nil {
			t.Fatal(err)
		}
	}
}

// files lists the files in a folder and below.
func files(t *testing.T, folder string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestKeepAndGet(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "sources")
	l := library.New(folder)
	all := []pipeline.File{plain, beside, odd, empty}
	keep(t, l, all...)
	keep(t, l, all...)
	if found := files(t, folder); len(found) != len(all) {
		t.Errorf("%d files: %v", len(found), found)
	}
	for _, f := range all {
		got, err := library.New(folder).Get(f.Key())
		if err != nil || got.Name != f.Name || !bytes.Equal(got.Content, f.Content) || got.MetaName != f.MetaName || !bytes.Equal(got.Meta, f.Meta) {
			t.Errorf("%s: got %q, %v", f.Name, got.Name, err)
		}
	}
}

// A kept file is an archive that is read as others are.
func TestIsAnArchive(t *testing.T) {
	folder := t.TempDir()
	keep(t, library.New(folder), beside)
	members, ok, err := archive.List(files(t, folder)[0])
	var names []string
	for _, m := range members {
		names = append(names, m.Name)
	}
	if diff := cmp.Diff([]string{"lamp.pdf", "lamp.meta.yaml"}, names); diff != "" || !ok || err != nil {
		t.Errorf("%v, %v, %s", ok, err, diff)
	}
}

func TestKeys(t *testing.T) {
	seen := map[string]pipeline.File{}
	for _, f := range []pipeline.File{
		plain, {Name: "other", Content: plain.Content}, {Name: plain.Name, Content: []byte("x")},
		{Name: plain.Name, Content: plain.Content, MetaName: "m", Meta: []byte("x")}, {Name: "a 1\n", Content: []byte("b")}, {Name: "a", Content: []byte("1\nb")},
	} {
		if first, ok := seen[f.Key()]; ok {
			t.Errorf("%+v and %+v have one key", first, f)
		}
		seen[f.Key()] = f
	}
}

func TestNotThere(t *testing.T) {
	l := library.New(filepath.Join(t.TempDir(), "none"))
	for _, key := range []string{plain.Key(), "", "../../etc/passwd", strings.Repeat("/", 64), strings.ToUpper(plain.Key())} {
		if _, err := l.Get(key); !errors.Is(err, library.ErrNotFound) {
			t.Errorf("%q: %v", key, err)
		}
	}
	if n, err := l.Sweep(func(string) bool { return true }); n != 0 || err != nil {
		t.Errorf("sweeping nothing: %d, %v", n, err)
	}
}

func TestDamaged(t *testing.T) {
	folder := t.TempDir()
	l := library.New(folder)
	keep(t, l, plain, beside)
	a, b := filepath.Join(folder, plain.Key()[:2], plain.Key()+".tar.gz"), filepath.Join(folder, beside.Key()[:2], beside.Key()+".tar.gz")
	whole, err := os.ReadFile(b)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"another": whole, "cut off": whole[:30], "empty": nil, "text": []byte("a record")} {
		if err := os.WriteFile(a, data, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := l.Get(plain.Key()); !errors.Is(err, library.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSweep(t *testing.T) {
	folder := t.TempDir()
	l := library.New(folder)
	keep(t, l, plain, beside, odd)
	half := filepath.Join(folder, plain.Key()[:2], "new-123")
	foreign := filepath.Join(folder, plain.Key()[:2], "README")
	for _, name := range []string{half, foreign} {
		if err := os.WriteFile(name, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	left, err := l.Sweep(func(key string) bool { return key == beside.Key() })
	if err != nil || left != 1 {
		t.Errorf("%d left, %v", left, err)
	}
	if _, err := l.Get(plain.Key()); !errors.Is(err, library.ErrNotFound) {
		t.Errorf("swept: %v", err)
	}
	if _, err := l.Get(beside.Key()); err != nil {
		t.Errorf("kept: %v", err)
	}
	if _, err := os.Stat(half); err == nil {
		t.Error("half a file is left")
	}
	if _, err := os.Stat(foreign); err != nil {
		t.Errorf("a foreign file: %v", err)
	}
}

func TestCalledOff(t *testing.T) {
	folder := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := library.New(folder).Keep(ctx, plain); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if found := files(t, folder); len(found) > 0 {
		t.Errorf("files %v", found)
	}
}
