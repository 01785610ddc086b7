package extsort_test

import (
	"errors"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/internal/extsort"
)

// FuzzSorter: whatever is added, in whatever memory, comes back sorted and once.
func FuzzSorter(f *testing.F) {
	f.Add("b\na\n\nb\nc", 1)
	f.Add("b\na\n\nb\nc", 70)
	f.Add("b\na\n\nb\nc", 1<<20)
	f.Add("\x00\n\xff\nlonger than the others\n\x00", 100)
	f.Fuzz(func(t *testing.T, text string, limit int) {
		s := extsort.New(limit)
		defer s.Close()
		want := strings.Split(text, "\n")
		for _, entry := range want {
			if err := s.Add(entry); err != nil {
				t.Fatal(err)
			}
		}
		slices.Sort(want)
		want = slices.Compact(want)
		for range 2 {
			if diff := cmp.Diff(want, all(t, s)); diff != "" {
				t.Fatalf("memory of %d (-want +got):\n%s", limit, diff)
			}
		}
	})
}

func all(t *testing.T, s *extsort.Sorter) []string {
	t.Helper()
	var got []string
	if err := s.Each(func(entry string) error { got = append(got, entry); return nil }); err != nil {
		t.Fatal(err)
	}
	return got
}

func TestAddBehindEach(t *testing.T) {
	s := extsort.New(100)
	defer s.Close()
	for _, entry := range []string{"c", "a", "d", "b", "f", "e"} {
		if err := s.Add(entry); err != nil {
			t.Fatal(err)
		}
		if got := all(t, s); !slices.IsSorted(got) || !slices.Contains(got, entry) {
			t.Errorf("with %s: %q", entry, got)
		}
	}
}

func TestEachStops(t *testing.T) {
	stop := errors.New("enough")
	for _, limit := range []int{1, 1 << 20} {
		s := extsort.New(limit)
		defer s.Close()
		for _, entry := range []string{"b", "a"} {
			if err := s.Add(entry); err != nil {
				t.Fatal(err)
			}
		}
		calls := 0
		if err := s.Each(func(string) error { calls++; return stop }); err != stop || calls != 1 {
			t.Errorf("memory of %d: %v after %d calls", limit, err, calls)
		}
	}
}

// The temporary file goes with the sorter.
func TestCloseLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	s := extsort.New(1)
	if err := s.Add("a"); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 1 {
		t.Fatalf("%d files, %v; want one", len(files), err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 0 {
		t.Errorf("%d files, %v; want none", len(files), err)
	}
}

func TestNoRoom(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir()+"/nowhere")
	if err := extsort.New(1).Add("a"); err == nil || !strings.Contains(err.Error(), "TMPDIR") {
		t.Errorf("%v; want what to do", err)
	}
}

func BenchmarkSorter(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	entries := make([]string, 100_000)
	for i := range entries {
		entries[i] = strings.Repeat(string(rune('a'+random.IntN(26))), 40+random.IntN(40))
	}
	for b.Loop() {
		s := extsort.New(1 << 20)
		for _, entry := range entries {
			if err := s.Add(entry); err != nil {
				b.Fatal(err)
			}
		}
		if err := s.Each(func(string) error { return nil }); err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
}
