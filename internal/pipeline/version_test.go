package pipeline_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"testing"

	"rapporteur/data"
	"rapporteur/internal/annotation"
	"rapporteur/internal/pipeline"
)

const pinned = "testdata/version.txt"

// TestVersion keeps a store from holding what an older program found: where the
// same files and the same knowledge give something else than before, the code
// has changed what is found, and pipeline.Version must rise.
func TestVersion(t *testing.T) {
	now := pin{pipeline.Version, knowledgeDigest(t), foundDigest(t)}
	old := readPin(t)
	if now.knowledge == old.knowledge && now.found != old.found && now.version <= old.version {
		t.Fatalf("the code finds other things than version %d did: raise pipeline.Version, then run with -update", old.version)
	}
	if *update {
		if err := os.WriteFile(pinned, []byte(now.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if now != old {
		t.Errorf("%s is out of date; run with -update", pinned)
	}
}

// A pin is what was found by which version with which knowledge.
type pin struct {
	version          int
	knowledge, found string
}

func (p pin) String() string {
	return fmt.Sprintf("version %d\nknowledge %s\nfound %s\n", p.version, p.knowledge, p.found)
}

func readPin(t *testing.T) (p pin) {
	t.Helper()
	text, err := os.ReadFile(pinned)
	if err != nil && !*update {
		t.Fatal(err)
	}
	_, _ = fmt.Sscanf(string(text), "version %d\nknowledge %s\nfound %s\n", &p.version, &p.knowledge, &p.found)
	return p
}

// knowledgeDigest is of the lexicons, rules and sample records.
func knowledgeDigest(t *testing.T) string {
	t.Helper()
	h := sha256.New()
	for _, folder := range []fs.FS{data.Lexicon(), data.Rules(), os.DirFS("../../data/records")} {
		err := fs.WalkDir(folder, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := fs.ReadFile(folder, path)
			fmt.Fprintf(h, "%s %d\n%s", path, len(text), text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// foundDigest is of all that is printed and stated of the sample records.
func foundDigest(t *testing.T) string {
	t.Helper()
	p := newPipeline(t)
	var out bytes.Buffer
	for _, s := range sampleSources(t) {
		found, err := p.ReadSource(s)
		if err != nil {
			t.Fatal(err)
		}
		if err := annotation.Write(&out, annotation.From(found)); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&out, found.Statements())
	}
	return fmt.Sprintf("%x", sha256.Sum256(out.Bytes()))
}
