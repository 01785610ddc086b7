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

// save writes the corrections file; without entries there is none, as before the
// first.
func save(folder string, own []*correction.Entry) error {
	path := filepath.Join(folder, CorrectionsFile)
	if len(own) == 0 {
		return removeIfThere(path)
	}
	data, err := marshal(own)
	if err == nil {
		err = writeFile(path, data)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", CorrectionsFile, err)
	}
	return nil
}

// savePending notes which records are to be read again after a crash.
func savePending(folder string, records []graph.ID) error {
	data, err := json.Marshal(records)
	if err == nil {
		err = writeFile(filepath.Join(folder, pendingFile), data)
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

// writeFile writes a file so that it is there whole or not at all.
func writeFile(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
