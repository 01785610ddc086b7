package curation

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/goccy/go-yaml"

	"rapporteur/graph"
	"rapporteur/internal/correction"
	"rapporteur/internal/wholefile"
)

// Files in the folder of a store.
const (
	// CorrectionsFile has the corrections made over HTTP. It holds whenever records
	// are read into this store.
	CorrectionsFile = "corrections.yaml"
	// pendingFile says which records are to be read again, while they are.
	pendingFile = "corrections.pending.json"
)

// heading stands above the entries.
const heading = `# Corrections made over HTTP. This file is written by the program, which does not
# keep what people write into it: write corrections of your own into another file
# and give that to --corrections.
`

// Own returns the corrections in the folder of a store: one file, or none.
func Own(folder string) ([]correction.File, error) {
	data, err := os.ReadFile(filepath.Join(folder, CorrectionsFile))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	}
	return []correction.File{{Name: CorrectionsFile, Data: data}}, nil
}

func marshal(own []*correction.Entry) ([]byte, error) {
	data, err := yaml.Marshal(own)
	return append([]byte(heading), data...), err
}

// A draft is a corrections file that does not hold yet: it lies beside its place,
// so that putting it there or dropping it takes no room on the disk.
type draft struct{ path, file string } // file "" for one without entries

// newDraft writes the corrections file of entries; without any there is to be none,
// as before the first.
func newDraft(folder string, own []*correction.Entry) (draft, error) {
	d := draft{path: filepath.Join(folder, CorrectionsFile)}
	if len(own) == 0 {
		return d, nil
	}
	data, err := marshal(own)
	if err == nil {
		d.file, err = wholefile.Beside(d.path, data)
	}
	if err != nil {
		return d, fmt.Errorf("writing %s: %w", CorrectionsFile, err)
	}
	return d, nil
}

// place makes the draft the file that holds.
func (d draft) place() error {
	if d.file == "" {
		return removeIfThere(d.path)
	}
	return os.Rename(d.file, d.path)
}

func (d draft) drop() error {
	if d.file == "" {
		return nil
	}
	return removeIfThere(d.file)
}

// tidy removes what a crash left of files that were being written.
func tidy(folder string) error {
	left, err := filepath.Glob(filepath.Join(folder, "corrections.*.new-*"))
	for _, file := range left {
		err = errors.Join(err, removeIfThere(file))
	}
	return err
}

// savePending notes which records are to be read again after a crash.
func savePending(folder string, records []graph.ID) error {
	data, err := json.Marshal(records)
	if err == nil {
		err = wholefile.Write(filepath.Join(folder, pendingFile), data)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", pendingFile, err)
	}
	return nil
}

// pending returns the records that a correction which was cut short touches.
func pending(folder string) (records []graph.ID, found bool, err error) {
	data, err := os.ReadFile(filepath.Join(folder, pendingFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err == nil {
		err = json.Unmarshal(data, &records)
	}
	if err != nil {
		return nil, false, fmt.Errorf("reading %s: %w", pendingFile, err)
	}
	return records, true, nil
}

func donePending(folder string) error { return removeIfThere(filepath.Join(folder, pendingFile)) }

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
