package store

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"rapporteur/graph"
	"rapporteur/internal/wholefile"
)

// The files of a store's folder.
const (
	manifestName = "rapporteur.json"
	dataName     = "graph.bolt"
)

// formatVersion counts the changes of how quads stand in the data file.
const formatVersion = 1

// A manifest says what a folder is, so that nobody mistakes it, and which
// versions wrote it.
type manifest struct {
	Kind   string `json:"kind"`
	Format int    `json:"format"` // formatVersion
	IDs    int    `json:"ids"`    // graph.IDVersion
	Store  string `json:"store"`  // random; tells stores apart
}

const manifestKind = "rapporteur store"

// claim returns the manifest of the store's folder. Where there is no folder,
// or an empty one, it makes it a store, unless for reading only.
func (s *Store) claim() (manifest, error) {
	data, err := os.ReadFile(filepath.Join(s.dir, manifestName))
	if err == nil {
		return parseManifest(data)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		if info, statErr := os.Stat(s.dir); statErr == nil && !info.IsDir() {
			return manifest{}, fmt.Errorf("%w: it is a file; a store is a folder", ErrNotStore)
		}
		return manifest{}, err
	}
	entries, err := os.ReadDir(s.dir)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return manifest{}, err
	case len(entries) > 0:
		return manifest{}, fmt.Errorf("%w: the folder has no %s but holds %s; it is left as it is, choose another folder",
			ErrNotStore, manifestName, entries[0].Name())
	case s.opts.ReadOnly && !s.discard:
		return manifest{}, fmt.Errorf("%w: there is nothing yet; ingest records into it first", ErrNotStore)
	}
	return s.newManifest()
}

// newManifest makes the folder a store. The manifest comes first, so that a
// folder that was left half made is a store without quads.
func (s *Store) newManifest() (manifest, error) {
	id := make([]byte, 8)
	if _, err := rand.Read(id); err != nil {
		return manifest{}, err
	}
	m := manifest{Kind: manifestKind, Format: formatVersion, IDs: graph.IDVersion, Store: hex.EncodeToString(id)}
	data, err := json.Marshal(m)
	if err != nil {
		return manifest{}, err
	}
	if err := os.MkdirAll(s.dir, 0o777); err != nil {
		return manifest{}, err
	}
	return m, wholefile.Write(filepath.Join(s.dir, manifestName), append(data, '\n'))
}

func parseManifest(data []byte) (manifest, error) {
	var m manifest
	if err := json.Unmarshal(data, &m); err != nil || m.Kind != manifestKind {
		return m, fmt.Errorf("%w: %s is not the manifest of one", ErrNotStore, manifestName)
	}
	if m.Format != formatVersion || m.IDs != graph.IDVersion {
		return m, fmt.Errorf("%w: it has format %d and ids %d, this one reads format %d and ids %d; ingest the records into a new folder",
			ErrVersion, m.Format, m.IDs, formatVersion, graph.IDVersion)
	}
	return m, nil
}
