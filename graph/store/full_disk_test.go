//go:build unix

package store_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"rapporteur/graph/store"
)

// fullDiskDir tells the child process of TestFullDisk its folder.
const fullDiskDir = "RAPPORTEUR_TEST_FULL_DISK"

// A write that the disk has no room for loses nothing: the store still
// answers, takes no more writes, and is as it was when opened again. The disk
// is a limit on the size of files that a child process sets for itself.
func TestFullDisk(t *testing.T) {
	if dir := os.Getenv(fullDiskDir); dir != "" {
		writeToFullDisk(t, dir)
		return
	}
	dir := filepath.Join(t.TempDir(), "db")
	s := open(t, dir)
	replace(t, s, alpha)
	want := export(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	child := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestFullDisk$", "-test.v")
	child.Env = append(os.Environ(), fullDiskDir+"="+dir)
	out, err := child.CombinedOutput()
	if err != nil || !bytes.Contains(out, []byte("the disk was full")) {
		t.Fatalf("child: %v\n%s", err, out)
	}
	again := open(t, dir)
	same(t, "reopened", export(t, again), want)
	replace(t, again, beta)
	same(t, "written again", export(t, again), canonical(t, alpha.quads(t), beta.quads(t)))
}

func writeToFullDisk(t *testing.T, dir string) {
	s := open(t, dir)
	before, state := export(t, s), s.State()
	signal.Ignore(syscall.SIGXFSZ) // the write gets an error instead
	info, err := os.Stat(filepath.Join(dir, "graph.bolt"))
	if err != nil {
		t.Fatal(err)
	}
	limit := syscall.Rlimit{}
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	limit.Cur = 4096
	if info.Size() < int64(limit.Cur) {
		t.Fatalf("the file has %d bytes", info.Size())
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	_, err = s.Replace(t.Context(), beta.id(), beta.quads(t))
	if err == nil || !strings.Contains(err.Error(), syscall.EFBIG.Error()) || errors.Is(err, store.ErrPoisoned) {
		t.Fatalf("first write: %v; want %v", err, syscall.EFBIG)
	}
	if !strings.Contains(err.Error(), "free space") || !strings.Contains(err.Error(), "are kept") {
		t.Errorf("first write: %v; it does not say what to do", err)
	}
	t.Log("the disk was full")
	limit.Cur = limit.Max
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Replace(t.Context(), beta.id(), beta.quads(t)); !errors.Is(err, store.ErrPoisoned) {
		t.Errorf("second write: %v; want %v", err, store.ErrPoisoned)
	}
	if _, err := s.Delete(t.Context(), alpha.id()); !errors.Is(err, store.ErrPoisoned) {
		t.Errorf("delete: %v; want %v", err, store.ErrPoisoned)
	}
	same(t, "after the failed write", export(t, s), before)
	if s.State() != state {
		t.Errorf("state %s; want %s", s.State(), state)
	}
}
