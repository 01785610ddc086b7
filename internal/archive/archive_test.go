package archive

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/internal/reader/limit"
	"rapporteur/internal/reader/readertest"
)

type file = readertest.File

// write puts an archive on disk, under a name that does not say what it is.
func write(t testing.TB, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "records")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func tarGz(t testing.TB, files ...file) []byte {
	t.Helper()
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	w := tar.NewWriter(z)
	for _, f := range files {
		h := &tar.Header{Name: f.Name, Typeflag: tar.TypeReg, Mode: 0o644, Size: int64(len(f.Data))}
		if strings.HasSuffix(f.Name, "/") {
			h.Typeflag = tar.TypeDir
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, f.Data); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), z.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// contents reads the members in the given order of their indexes.
func contents(t *testing.T, members []Member, order []int) map[string]string {
	t.Helper()
	out := make(map[string]string)
	for _, i := range order {
		m := members[i]
		r, err := m.Open()
		if err != nil {
			out[m.Name] = "error: " + err.Error()
			continue
		}
		data, err := io.ReadAll(r)
		if err := errors.Join(err, r.Close()); err != nil {
			t.Fatal(err)
		}
		out[m.Name] = string(data)
	}
	return out
}

func TestListsAndOpens(t *testing.T) {
	inner := string(readertest.Zip(file{Name: "deep/c.txt", Data: "C"}))
	innermost := string(tarGz(t, file{Name: "mid.zip", Data: inner}))
	word := string(readertest.DOCX(file{Name: "document", Data: "<w:p/>"}))
	files := []file{{Name: "a.txt", Data: "A"}, {Name: "sub/", Data: ""}, {Name: "sub/b.docx", Data: word}, {Name: ".hidden", Data: "x"}, {Name: "__MACOSX/a.txt", Data: "x"},
		{Name: "in.ZIP", Data: inner}, {Name: "false.zip", Data: "no archive"}, {Name: "deep.tgz", Data: innermost}}
	want := map[string]string{"a.txt": "A", "sub/b.docx": word, "in.ZIP!deep/c.txt": "C", "false.zip": "no archive",
		"deep.tgz!mid.zip": "error: an archive in an archive in an archive: unpack mid.zip first"}
	for name, data := range map[string][]byte{"zip": readertest.Zip(files...), "tar": tarGz(t, files...)} {
		t.Run(name, func(t *testing.T) {
			members, ok, err := List(write(t, data))
			if err != nil || !ok {
				t.Fatal(ok, err)
			}
			for _, order := range [][]int{{0, 1, 2, 3, 4}, {4, 3, 2, 1, 0}, {1, 0, 3, 2, 4}, {2, 2, 0, 4, 1, 3}} {
				if diff := cmp.Diff(want, contents(t, members, order)); diff != "" {
					t.Errorf("in the order %v (-want +got):\n%s", order, diff)
				}
			}
			if base := members[2].Base(); base != "c.txt" {
				t.Errorf("base of %s is %q", members[2].Name, base)
			}
		})
	}
}

func TestNoArchives(t *testing.T) {
	for name, data := range map[string][]byte{"text": []byte("A record"), "short": []byte("P"), "empty": nil, "word": readertest.DOCX(file{Name: "document", Data: "<w:p/>"})} {
		if members, ok, err := List(write(t, data)); ok || err != nil || members != nil {
			t.Errorf("%s: got %v, %v, %v", name, members, ok, err)
		}
	}
	if _, _, err := List(filepath.Join(t.TempDir(), "missing")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

// TestHostile lists archives made to fill memory or time.
func TestHostile(t *testing.T) {
	zeros := strings.Repeat("\x00", 1<<20)
	few := limits{members: 100, total: 1 << 22, ratio: 20, free: 1 << 16}
	var many bytes.Buffer
	w := zip.NewWriter(&many)
	for i := range 101 {
		if _, err := w.CreateHeader(&zip.FileHeader{Name: fmt.Sprint(i)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		data []byte
		want error
	}{
		{"zip bomb", readertest.Zip(file{Name: "a", Data: zeros}), limit.ErrTooLarge},
		{"much", readertest.Zip(file{Name: "a", Data: zeros}, file{Name: "b", Data: zeros}, file{Name: "c", Data: zeros}, file{Name: "d", Data: zeros}, file{Name: "e", Data: zeros}), limit.ErrTooLarge},
		{"tar bomb", tarGz(t, file{Name: "a", Data: zeros}), limit.ErrTooLarge},
		{"files without end", many.Bytes(), limit.ErrTooLarge},
		{"broken zip", []byte("PK\x03\x04 and no more"), ErrDamaged},
		{"broken gzip", []byte("\x1f\x8b and no more"), ErrDamaged},
		{"cut off", tarGz(t, file{Name: "a", Data: strings.Repeat("text", 1000)})[:40], ErrDamaged},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if members, ok, err := list(onDisk(write(t, tt.data)), few, 1); !errors.Is(err, tt.want) || !ok || members != nil {
				t.Errorf("got %d, %v, %v; want %v", len(members), ok, err, tt.want)
			}
		})
	}
}

// FuzzList lists and opens archives of anything.
func FuzzList(f *testing.F) {
	f.Add(readertest.Zip(file{Name: "a.txt", Data: "A"}, file{Name: "b.zip", Data: "PK\x03\x04"}))
	f.Add(tarGz(f, file{Name: "a.txt", Data: "A"}, file{Name: "b.txt", Data: "B"}))
	path := filepath.Join(f.TempDir(), "records")
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		members, _, err := List(path)
		if err != nil && members != nil {
			t.Fatal("members and an error")
		}
		for _, m := range members {
			if r, err := m.Open(); err == nil {
				_, _ = io.Copy(io.Discard, r) // broken members may fail as they like
				_ = r.Close()
			}
		}
	})
}

// What is passed over is unpacked all the same, and so counts.
func TestHiddenFilesCount(t *testing.T) {
	zeros := strings.Repeat("\x00", 8<<20)
	for _, name := range []string{".hidden", "__MACOSX/x", "shown.txt"} {
		path := write(t, tarGz(t, file{Name: name, Data: zeros}, file{Name: "a.txt", Data: "a"}))
		for what, most := range map[string]limits{
			"size":  {members: 10, total: 1 << 20, ratio: 1 << 40, free: 1 << 40},
			"ratio": {members: 10, total: 1 << 40, ratio: 2, free: 1 << 20},
		} {
			if _, _, err := list(onDisk(path), most, 1); !errors.Is(err, limit.ErrTooLarge) || errors.Is(err, ErrDamaged) {
				t.Errorf("%s: %s: %v", name, what, err)
			}
		}
	}
}

// Archives in an archive are in memory a few at a time, and opened anew when one of
// them is asked for again.
func TestFewInnerArchivesAreInMemory(t *testing.T) {
	var packed []file
	for i := range 6 {
		data := readertest.Zip(file{Name: "a.txt", Data: fmt.Sprint("a", i)}, file{Name: "b.txt", Data: fmt.Sprint("b", i)})
		if i%2 == 1 {
			data = tarGz(t, file{Name: "a.txt", Data: fmt.Sprint("a", i)}, file{Name: "b.txt", Data: fmt.Sprint("b", i)})
		}
		packed = append(packed, file{Name: fmt.Sprint(i, []string{".zip", ".tgz"}[i%2]), Data: string(data)})
	}
	members, _, err := List(write(t, tarGz(t, packed...)))
	if err != nil || len(members) != 12 {
		t.Fatalf("%d members, %v", len(members), err)
	}
	for _, order := range [][]int{{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, {11, 0, 9, 3, 2, 8, 10, 1, 6, 5, 4, 7}} {
		for name, got := range contents(t, members, order) {
			if want := name[strings.Index(name, Separator)+1:][:1] + name[:1]; got != want {
				t.Errorf("%s: %q, want %q", name, got, want)
			}
		}
	}
	s := new(shelf)
	var opened int
	sources := make([]source, 5)
	for i := range sources {
		sources[i] = s.source(Member{Name: "x.zip", Open: func() (io.ReadCloser, error) {
			opened++
			return io.NopCloser(strings.NewReader("PK")), nil
		}})
	}
	for _, at := range []int{0, 1, 2, 3, 4, 4, 3, 4, 0, 0} {
		if _, err := sources[at](); err != nil {
			t.Fatal(err)
		}
		if len(s.has) > places {
			t.Fatalf("%d are in memory", len(s.has))
		}
	}
	if opened != 6 {
		t.Errorf("opened %d times, want 6", opened)
	}
}
