package wholefile_test

import (
	"os"
	"path/filepath"
	"testing"

	"rapporteur/internal/wholefile"
)

func TestWrite(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "file")
	for _, text := range []string{"one", "", "another"} {
		if err := wholefile.Write(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != text {
			t.Errorf("%q, %v; want %q", got, err, text)
		}
	}
	alone(t, folder)
}

// TestFailure writes where a folder stands: it stays, and nothing is left over.
func TestFailure(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "taken")
	if err := os.MkdirAll(filepath.Join(path, "inside"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := wholefile.Write(path, []byte("x")); err == nil {
		t.Error("a file takes the place of a folder")
	}
	alone(t, folder)
	if err := wholefile.Write(filepath.Join(folder, "none", "file"), nil); err == nil {
		t.Error("a file is in a folder that is not there")
	}
}

// alone checks that a folder holds one thing.
func alone(t *testing.T, folder string) {
	t.Helper()
	if found, err := os.ReadDir(folder); err != nil || len(found) != 1 {
		t.Errorf("%v, %v", found, err)
	}
}
